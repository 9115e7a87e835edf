import type { NewFile } from '../../files/client/describe.ts';
import { openFile, sealFile } from '../../files/client/seal-file.ts';
import { type FileKey, filesProblems } from '../../files/contract.ts';
import { ProblemError } from '../../problem/problem.ts';
import type { FileRecord } from './records.ts';
import type { Session } from './session.ts';
import { readFiles } from './store-files.ts';
import { type Turned, Uploads } from './uploads.ts';

/** What `ClientFiles` does once there is a file. */
export class FileWork {
  private readonly uploads = new Uploads();

  constructor(private readonly session: Session) {}

  async open(id: string): Promise<Uint8Array<ArrayBuffer> | null> {
    const { files, sealer, areaId } = this.session;
    const file = files.find((one) => one.id === id);
    const key = file && (await sealer.files?.open(file.key));
    if (!file || !key) return null;
    return openFile({ sealed: file.sealed, key }, areaId, id);
  }

  async seal(commandId: string, madeAt: number, files: readonly NewFile[]): Promise<readonly FileRecord[]> {
    const { areaId, actorId: authorId, sealer } = this.session;
    const keys = sealer.files;
    if (!keys) throw new ProblemError(filesProblems['not-secure']);
    return Promise.all(
      files.map(async ({ ref, bytes }): Promise<FileRecord> => {
        const { sealed, key } = await sealFile(bytes, areaId, ref.fileId);
        const relay = await keys.sealForServer(key, ref.fileId);
        return { id: ref.fileId, commandId, authorId, madeAt, sealed, key: await keys.seal(key), relay };
      }),
    );
  }

  async upload(): Promise<Turned> {
    const { session } = this;
    const waiting = () => session.outbox.filter(({ record }) => record.state === 'pending').length;
    const before = waiting();
    const turn = await this.uploads.run({
      db: session.db,
      files: await session.transport.files?.(),
      signal: session.closing,
      keyOf: (file) => this.keyOf(file),
      // Only what was said since: what cannot go now must not hold photos up.
      interrupted: () => waiting() > before,
    });
    if (turn.changed) {
      await session.turn(async () => {
        session.files = await readFiles(session.db);
      });
      session.tabs.post();
    }
    return turn;
  }

  private async keyOf(file: FileRecord): Promise<FileKey | null> {
    if (file.relay !== null) return { sealed: file.relay };
    const { actorId, sealer } = this.session;
    const plain = file.authorId === actorId ? await sealer.files?.open(file.key) : null;
    return plain ? { plain } : null;
  }
}
