import type { NewFile } from '../../files/client/describe.ts';
import type { FileWork } from './file-work.ts';
import type { FileRecord } from './records.ts';
import type { Session } from './session.ts';
import type { WaitingFile } from './state.ts';
import type { Turned } from './uploads.ts';

/**
 * The files of an open client: kept with their commands, sent after them, gone once the server has them. What it takes
 * to do so is loaded when there is one.
 */
export class ClientFiles {
  private work: Promise<FileWork> | null = null;

  constructor(private readonly session: Session) {}

  /** Files of this device that have not arrived yet, oldest first. */
  waiting(): readonly WaitingFile[] {
    return this.session.files.map(({ id, authorId, madeAt, sealed }) => ({
      id,
      authorId,
      madeAt,
      bytes: sealed.length,
    }));
  }

  /** A file of this member's that has not arrived yet; null when it is not here any more, or another's. */
  async open(id: string): Promise<Uint8Array<ArrayBuffer> | null> {
    return (await this.load()).open(id);
  }

  /** Encrypted, to be stored with their command. Throws `files.not-secure` where nothing can be encrypted. */
  async seal(commandId: string, madeAt: number, files: readonly NewFile[]): Promise<readonly FileRecord[]> {
    return files.length === 0 ? [] : (await this.load()).seal(commandId, madeAt, files);
  }

  /** One turn. Throws `TransportFault`. */
  async upload(): Promise<Turned> {
    if (this.session.files.length === 0) return { changed: false, more: false };
    return (await this.load()).upload();
  }

  private load(): Promise<FileWork> {
    this.work ??= import('./file-work.ts').then(({ FileWork: Work }) => new Work(this.session));
    return this.work;
  }
}
