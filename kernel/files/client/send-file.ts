import { ProblemError } from '../../problem/problem.ts';
import { filesTransport } from '../../sync/client/files-transport.ts';
import { type FilesTransport, TransportFault } from '../../sync/client/transport.ts';
import { CHUNK_BYTES, filesProblems, type UploadState } from '../contract.ts';
import type { NewFile } from './describe.ts';
import { type SealedFile, sealFile } from './seal-file.ts';

/** How long after a cut line it is tried again, ms: a desk's network comes back in seconds or somebody looks. */
const AGAIN_MS = 2_000;

/** A file on its way from a desk, where no outbox carries it: it goes on where it stopped, for as long as the page stands. */
export interface DeskUpload {
  /**
   * Sends what is not there yet; resolves when all is there, or with false when it was stopped. A cut line is waited
   * for. Throws `files.not-expected` where no accepted command spoke of it, `files.not-the-same`.
   * @param onProgress told what part is there, 0–1
   */
  send(signal: AbortSignal, onProgress: (part: number) => void): Promise<boolean>;
}

/** Encrypts it once: what is sent in several goes has to be the same bytes. */
export async function deskUpload(
  areaId: string,
  { ref, bytes }: NewFile,
  transport: FilesTransport = filesTransport({ areaId }),
): Promise<DeskUpload> {
  const file = await sealFile(bytes, areaId, ref.fileId);
  return {
    async send(signal, onProgress) {
      while (!signal.aborted) {
        try {
          await sendRest(transport, ref.fileId, file, signal, onProgress);
          return true;
        } catch (error) {
          if (!(error instanceof TransportFault)) throw error;
          await pause(signal);
        }
      }
      return false;
    },
  };
}

async function sendRest(
  transport: FilesTransport,
  fileId: string,
  { sealed, key }: SealedFile,
  signal: AbortSignal,
  onProgress: (part: number) => void,
): Promise<void> {
  let state: UploadState | null = await transport.state(fileId, signal);
  while (state && !state.complete && state.received < sealed.length) {
    onProgress(state.received / sealed.length);
    const { received }: UploadState = state;
    const piece = sealed.slice(received, received + CHUNK_BYTES);
    // Null: it stands elsewhere than thought, e.g. the answer to the last piece was lost. Asked anew.
    state =
      (await transport.append(fileId, received, piece, signal)) ?? (await transport.state(fileId, signal));
  }
  if (!state) throw new ProblemError(filesProblems['not-expected']);
  if (!state.complete && !(await transport.finish(fileId, { plain: key }, signal)))
    throw new ProblemError(filesProblems['not-the-same']);
  onProgress(1);
}

const pause = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, AGAIN_MS);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
