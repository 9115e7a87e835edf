import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isUuid } from '../../time-id/uuid.ts';

/** Something that rests in the store. */
export interface Stored {
  readonly fileId: string;
  /** False: an upload that is not finished. */
  readonly whole: boolean;
  /** When it was written to last, epoch ms. */
  readonly at: number;
}

/** Where encrypted files rest. Ids are looked at before they become names. */
export interface FileStore {
  /** Bytes of an unfinished upload that are here; 0 where there is none. */
  received(areaId: string, fileId: string): Promise<number>;
  /** Adds to an unfinished upload; on the disk when it resolves. */
  append(areaId: string, fileId: string, bytes: Uint8Array): Promise<void>;
  /** An unfinished upload as it is. */
  readPart(areaId: string, fileId: string): Promise<Buffer>;
  /** The unfinished upload becomes the file. */
  finish(areaId: string, fileId: string): Promise<void>;
  /** Null where it is not here. */
  read(areaId: string, fileId: string): Promise<Buffer | null>;
  /** Up to `length` bytes of a file from there on; null where it is not here. */
  readSome(areaId: string, fileId: string, from: number, length: number): Promise<Buffer | null>;
  /** Forgets an unfinished upload. */
  dropPart(areaId: string, fileId: string): Promise<void>;
  drop(areaId: string, fileId: string): Promise<void>;
  areas(): Promise<readonly string[]>;
  list(areaId: string): Promise<readonly Stored[]>;
  dropArea(areaId: string): Promise<void>;
}

const PART = '.part';

/** Files in a folder, one below it per area. @param folder made where it is not there */
export function folderStore(folder: string): FileStore {
  const ofArea = (areaId: string): string => join(folder, named(areaId));
  const path = (areaId: string, fileId: string): string => join(ofArea(areaId), named(fileId));
  const part = (areaId: string, fileId: string): string => `${path(areaId, fileId)}${PART}`;
  return {
    received: async (areaId, fileId) => (await sizeOf(part(areaId, fileId))) ?? 0,
    async append(areaId, fileId, bytes) {
      await mkdir(ofArea(areaId), { recursive: true, mode: 0o700 });
      const file = await open(part(areaId, fileId), 'a', 0o600);
      try {
        await file.writeFile(bytes);
        await file.datasync();
      } finally {
        await file.close();
      }
    },
    readPart: (areaId, fileId) => readFile(part(areaId, fileId)),
    finish: (areaId, fileId) => rename(part(areaId, fileId), path(areaId, fileId)),
    read: (areaId, fileId) => readFile(path(areaId, fileId)).catch(nullWhereMissing),
    async readSome(areaId, fileId, from, length) {
      const file = await open(path(areaId, fileId), 'r').catch(nullWhereMissing);
      if (!file) return null;
      try {
        const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, from);
        return buffer.subarray(0, bytesRead);
      } finally {
        await file.close();
      }
    },
    dropPart: (areaId, fileId) => rm(part(areaId, fileId), { force: true }),
    async drop(areaId, fileId) {
      await rm(path(areaId, fileId), { force: true });
      await rm(part(areaId, fileId), { force: true });
    },
    areas: async () => (await namesIn(folder)).filter(isUuid),
    async list(areaId) {
      const names = await namesIn(ofArea(areaId));
      const stored = names.map(async (name): Promise<Stored[]> => {
        const whole = !name.endsWith(PART);
        const fileId = whole ? name : name.slice(0, -PART.length);
        const found = await stat(join(ofArea(areaId), name)).catch(nullWhereMissing);
        return found && isUuid(fileId) ? [{ fileId, whole, at: found.mtimeMs }] : [];
      });
      return (await Promise.all(stored)).flat();
    },
    dropArea: (areaId) => rm(ofArea(areaId), { recursive: true, force: true }),
  };
}

/** Nothing but an id becomes the name of a file. */
function named(id: string): string {
  if (!isUuid(id)) throw new Error('a file is named by its id');
  return id;
}

async function sizeOf(path: string): Promise<number | null> {
  const found = await stat(path).catch(nullWhereMissing);
  return found?.size ?? null;
}

const namesIn = async (folder: string): Promise<string[]> =>
  (await readdir(folder).catch(nullWhereMissing)) ?? [];

function nullWhereMissing(error: unknown): null {
  if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
  throw error;
}
