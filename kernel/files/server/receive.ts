import { createHash } from 'node:crypto';
import { SYSTEM_GRANT } from '../../access/access.ts';
import { commandProblems } from '../../command/problems.ts';
import { cryptoProblems } from '../../crypto/problems.ts';
import { sealedBoxes } from '../../crypto/sealed-box.ts';
import type { AreaTx } from '../../db/area-tx.ts';
import type { Caller, Host } from '../../host.ts';
import { ProblemError } from '../../problem/problem.ts';
import { isUuid, uuidv7 } from '../../time-id/uuid.ts';
import { type FileKey, filesProblems, limitOf, sealedSize, type UploadState } from '../contract.ts';
import { sealedAbout } from '../sealed-about.ts';
import { typeOf } from '../sniff.ts';
import type { FileStore } from './file-store.ts';
import { openBytes } from './sealed-bytes.ts';
import { type FileRow, findFile, KEY_CONTEXT } from './store.ts';

/**
 * Takes in the bytes of announced files. Whoever has them may bring them, with or without a session, as commands are
 * relayed: what an accepted command announced, and only that, becomes a file, and its hash proves it.
 */
export interface Receiving {
  /** Throws `files.not-expected` where no accepted command speaks of it. */
  state(areaId: string, fileId: string): Promise<UploadState>;
  /** Throws `files.wrong-place` where `from` is not where the received bytes end, `files.too-large`. */
  append(areaId: string, fileId: string, from: number, bytes: Uint8Array): Promise<UploadState>;
  /** All bytes are there. Throws `files.incomplete`, `files.not-the-same`: then the upload begins anew. */
  finish(areaId: string, fileId: string, key: FileKey): Promise<UploadState>;
}

export function receiving(host: Pick<Host, 'read' | 'submit' | 'clock'>, store: FileStore): Receiving {
  const turns = new Turns();

  const expected = async (areaId: string, fileId: string): Promise<FileRow> => {
    if (!isUuid(areaId)) throw new ProblemError(commandProblems['unknown-area']);
    const row = isUuid(fileId) ? await inKnownArea(host, areaId, (tx) => findFile(tx, fileId)) : null;
    if (!row) throw new ProblemError(filesProblems['not-expected']);
    return row;
  };
  const stateOf = async (areaId: string, row: FileRow): Promise<UploadState> =>
    row.receivedAt === null
      ? { received: await store.received(areaId, row.id), complete: false }
      : { received: sealedSize(row.size), complete: true };

  return {
    state: async (areaId, fileId) => stateOf(areaId, await expected(areaId, fileId)),

    append: (areaId, fileId, from, bytes) =>
      turns.take(`${areaId}/${fileId}`, async () => {
        const row = await expected(areaId, fileId);
        const state = await stateOf(areaId, row);
        if (state.complete) return state;
        const { received } = state;
        if (from !== received) throw new ProblemError(filesProblems['wrong-place'], { received });
        if (received + bytes.length > sealedSize(row.size)) {
          throw new ProblemError(filesProblems['too-large'], { limit: limitOf(row.type) / 1024 });
        }
        await store.append(areaId, fileId, bytes);
        return { received: received + bytes.length, complete: false };
      }),

    finish: (areaId, fileId, key) =>
      turns.take(`${areaId}/${fileId}`, async () => {
        const row = await expected(areaId, fileId);
        const state = await stateOf(areaId, row);
        if (state.complete) return state;
        if (state.received < sealedSize(row.size)) throw new ProblemError(filesProblems.incomplete);
        const plainKey = await inKnownArea(host, areaId, async (tx) => openKey(tx, fileId, key));
        const bytes = plainKey && openBytes(await store.readPart(areaId, fileId), plainKey, areaId, fileId);
        if (!plainKey || !bytes || !isAnnounced(row, bytes)) {
          await store.dropPart(areaId, fileId);
          throw new ProblemError(filesProblems['not-the-same']);
        }
        await store.finish(areaId, fileId);
        await noteReceived(host, areaId, fileId, plainKey);
        return { received: state.received, complete: true };
      }),
  };
}

const isAnnounced = (row: FileRow, bytes: Buffer): boolean =>
  bytes.length === row.size &&
  typeOf(bytes) === row.type &&
  createHash('sha256').update(bytes).digest().equals(row.contentHash);

/** Null where a box does not open. */
function openKey(tx: AreaTx, fileId: string, key: FileKey): Buffer | null {
  if ('plain' in key) return Buffer.from(key.plain, 'base64url');
  try {
    const box = Buffer.from(key.sealed, 'base64url');
    return Buffer.from(sealedBoxes(tx.keys).open(box, sealedAbout(tx.areaId, fileId)), 'base64url');
  } catch (error) {
    if (error instanceof ProblemError && error.kind === cryptoProblems['does-not-open']) return null;
    throw error;
  }
}

async function noteReceived(
  host: Pick<Host, 'read' | 'submit' | 'clock'>,
  areaId: string,
  fileId: string,
  key: Buffer,
): Promise<void> {
  const actor = { id: 'system', grants: [{ grant: SYSTEM_GRANT, from: 0, until: null }] };
  const by: Caller = { areaId, actor, deviceId: null };
  const keySealed = await host.read(areaId, async (tx) =>
    tx.keys.seal(key.toString('base64url'), KEY_CONTEXT).toString('base64'),
  );
  const claimedAt = host.clock.now();
  const envelope = { id: uuidv7(claimedAt), kind: 'files.receive', v: 1, claimedAt, actorId: actor.id };
  const [answer] = await host.submit(areaId, [{ ...envelope, body: { fileId, keySealed } }], by);
  if (answer?.first === 'refused') throw new ProblemError(filesProblems['not-expected']);
}

/** An area without a key file is no area to a stranger. */
async function inKnownArea<T>(
  host: Pick<Host, 'read'>,
  areaId: string,
  work: (tx: AreaTx) => Promise<T>,
): Promise<T> {
  try {
    return await host.read(areaId, work);
  } catch (error) {
    if (error instanceof ProblemError && error.kind === cryptoProblems['no-key'])
      throw new ProblemError(commandProblems['unknown-area']);
    throw error;
  }
}

/** One request about a file after the other. */
class Turns {
  private readonly last = new Map<string, Promise<unknown>>();

  take<T>(name: string, work: () => Promise<T>): Promise<T> {
    const mine = (this.last.get(name) ?? Promise.resolve()).then(work, work);
    const settled = mine.then(
      () => undefined,
      () => undefined,
    );
    this.last.set(name, settled);
    void settled.then(() => {
      if (this.last.get(name) === settled) this.last.delete(name);
    });
    return mine;
  }
}
