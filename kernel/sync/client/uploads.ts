import { CHUNK_BYTES, type FileKey } from '../../files/contract.ts';
import type { SyncDatabase } from './database.ts';
import type { FileRecord } from './records.ts';
import { dropFile, readFiles, standingOf } from './store-files.ts';
import type { FilesTransport } from './transport.ts';

/** Requests of one turn: then what was said meanwhile goes first, and the upload continues where it stopped. */
const TURN_CHUNKS = 8;

export interface Uploading {
  readonly db: SyncDatabase;
  /** Absent where the way to the server carries no files. */
  readonly files: FilesTransport | undefined;
  readonly signal: AbortSignal;
  /** The file's key in the form it can travel in; null while only its author could say it. */
  keyOf(file: FileRecord): Promise<FileKey | null>;
  /** Something more urgent waits. */
  interrupted(): boolean;
}

export interface Turned {
  /** A file has left. */
  readonly changed: boolean;
  /** The turn was over before all was sent. */
  readonly more: boolean;
}

/**
 * Sends the bytes of files whose commands the server has taken, each from where it stopped. What has arrived leaves
 * the phone; nothing else does.
 */
export class Uploads {
  /** Files that arrived as others than they are here: not tried again before the app is opened anew. */
  private readonly failed = new Set<string>();
  private left = 0;

  /** One turn. Throws `TransportFault`. */
  async run(uploading: Uploading): Promise<Turned> {
    const { db, files } = uploading;
    if (!files) return { changed: false, more: false };
    this.left = TURN_CHUNKS;
    let changed = false;
    for (const file of await readFiles(db)) {
      const standing = this.failed.has(file.id) ? 'wait' : await standingOf(db, file);
      if (standing === 'wait') continue;
      const done = await this.send(uploading, files, file);
      if (done === 'later') return { changed, more: true };
      if (done === 'failed') this.failed.add(file.id);
      if (done === 'arrived' || (done === 'unknown' && standing === 'free')) {
        await dropFile(db, file.id);
        changed = true;
      }
    }
    return { changed, more: false };
  }

  private async send(
    { keyOf, interrupted, signal }: Uploading,
    files: FilesTransport,
    file: FileRecord,
  ): Promise<'arrived' | 'unknown' | 'later' | 'kept' | 'failed'> {
    const key = await keyOf(file);
    if (!key) return 'kept';
    let state = await files.state(file.id, signal);
    if (state === null) return 'unknown';
    while (!state.complete && state.received < file.sealed.length) {
      if (this.left === 0 || interrupted()) return 'later';
      this.left -= 1;
      const received: number = state.received;
      const chunk = Uint8Array.from(file.sealed.subarray(received, received + CHUNK_BYTES));
      // Null: it stands elsewhere than thought, e.g. the answer to the last chunk was lost. Asked anew.
      state = (await files.append(file.id, received, chunk, signal)) ?? (await files.state(file.id, signal));
      if (state === null) return 'unknown';
    }
    if (state.complete) return 'arrived';
    return (await files.finish(file.id, key, signal)) ? 'arrived' : 'failed';
  }
}
