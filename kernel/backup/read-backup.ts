import { createHash, type Hash } from 'node:crypto';
import { ProblemError } from '../problem/problem.ts';
import { isUuid } from '../time-id/uuid.ts';
import { openArchive } from './envelope.ts';
import { sha256 } from './make-backup.ts';
import {
  type BackupHeader,
  type BackupManifest,
  backupHeader,
  backupManifest,
  FILES_FOLDER,
  HEADER_NAME,
  KEYS_FOLDER,
  MANIFEST_NAME,
  TABLES_FOLDER,
  tableName,
} from './manifest.ts';
import { backupProblems } from './problems.ts';
import { readTar, type TarEntry } from './tar.ts';

/** What stands in a backup, in the order in which it stands there: keys, then tables, then files. */
export type BackupPart =
  | { readonly kind: 'key'; readonly path: string; readonly content: Buffer }
  /** A table's piece, the pieces of a table one after the other. */
  | { readonly kind: 'rows'; readonly table: string; readonly body: AsyncIterable<Buffer> }
  | { readonly kind: 'file'; readonly areaId: string; readonly fileId: string; readonly content: Buffer };

/** A backup that was read to its end and found to be what its manifest says. */
export interface CheckedBackup {
  readonly header: BackupHeader;
  readonly manifest: BackupManifest;
}

/**
 * Its parts, behind the header and without the manifest. Names are looked at before they become paths.
 * Throws as `openArchive` does, and `backup.damaged` for what no backup holds.
 */
export async function* partsOf(file: string, keys: readonly string[]): AsyncGenerator<BackupPart> {
  for await (const entry of entriesOf(file, keys)) {
    if (entry.name === HEADER_NAME || entry.name === MANIFEST_NAME) continue;
    yield await partOf(entry, () => damaged(file));
  }
}

/** Reads it all and compares it with its manifest, without writing anything. Throws as `partsOf`. */
export async function checkBackup(file: string, keys: readonly string[]): Promise<CheckedBackup> {
  let header: BackupHeader | null = null;
  let manifest: BackupManifest | null = null;
  const sums = new Sums();
  for await (const entry of entriesOf(file, keys)) {
    if (manifest) throw damaged(file);
    if (entry.name === HEADER_NAME) header = parsed(backupHeader, await whole(entry), file);
    else if (entry.name === MANIFEST_NAME) manifest = parsed(backupManifest, await whole(entry), file);
    else await sums.add(await partOf(entry, () => damaged(file)));
  }
  if (!header || !manifest || !sums.equal(header, manifest)) throw damaged(file);
  return { header, manifest };
}

const entriesOf = (file: string, keys: readonly string[]) =>
  readTar(openArchive(file, keys), () => damaged(file));

async function partOf(entry: TarEntry, broken: () => Error): Promise<BackupPart> {
  const { name } = entry;
  if (name.startsWith(KEYS_FOLDER)) {
    return { kind: 'key', path: name.slice(KEYS_FOLDER.length), content: await whole(entry) };
  }
  if (name.startsWith(FILES_FOLDER)) {
    const [areaId = '', fileId = '', ...more] = name.slice(FILES_FOLDER.length).split('/');
    if (!isUuid(areaId) || !isUuid(fileId) || more.length > 0) throw broken();
    return { kind: 'file', areaId, fileId, content: await whole(entry) };
  }
  const table = name.startsWith(TABLES_FOLDER) ? name.slice(TABLES_FOLDER.length).split('/')[0] : undefined;
  if (!table) throw broken();
  return { kind: 'rows', table, body: entry.body };
}

/** The same sums as were written down when it was made. */
class Sums {
  private readonly tables = new Map<string, { readonly hash: Hash; bytes: number }>();
  private readonly keys = new Map<string, string>();
  private readonly files = { count: 0, bytes: 0, hash: createHash('sha256') };

  async add(part: BackupPart): Promise<void> {
    if (part.kind === 'key') this.keys.set(part.path, sha256(part.content));
    else if (part.kind === 'file') {
      this.files.count += 1;
      this.files.bytes += part.content.length;
      this.files.hash.update(`${part.areaId}/${part.fileId} ${sha256(part.content)}\n`);
    } else {
      const sum = this.tables.get(part.table) ?? { hash: createHash('sha256'), bytes: 0 };
      this.tables.set(part.table, sum);
      for await (const bytes of part.body) {
        sum.hash.update(bytes);
        sum.bytes += bytes.length;
      }
    }
  }

  equal({ tables }: BackupHeader, manifest: BackupManifest): boolean {
    const names = tables.map(tableName);
    const nothing = sha256(Buffer.alloc(0));
    const keys = Object.entries(manifest.keys);
    return (
      names.length === Object.keys(manifest.tables).length &&
      [...this.tables.keys()].every((name) => names.includes(name)) &&
      names.every((name) => {
        const sum = this.tables.get(name);
        const said = manifest.tables[name];
        return said?.bytes === (sum?.bytes ?? 0) && said.sha256 === (sum?.hash.digest('hex') ?? nothing);
      }) &&
      keys.length === this.keys.size &&
      keys.every(([path, hash]) => this.keys.get(path) === hash) &&
      manifest.files.count === this.files.count &&
      manifest.files.bytes === this.files.bytes &&
      manifest.files.sha256 === this.files.hash.digest('hex')
    );
  }
}

async function whole({ body }: TarEntry): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of body) parts.push(part);
  return Buffer.concat(parts);
}

function parsed<T>(
  schema: { safeParse(value: unknown): { success: boolean; data?: T | undefined } },
  content: Buffer,
  file: string,
): T {
  try {
    const result = schema.safeParse(JSON.parse(content.toString('utf8')));
    if (result.success && result.data) return result.data;
  } catch {
    // No JSON: as little a backup as one of another form.
  }
  throw damaged(file);
}

const damaged = (file: string): ProblemError => new ProblemError(backupProblems.damaged, { file });
