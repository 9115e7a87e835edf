import type { FileKey, UploadState } from '../../../files/contract.ts';
import { type FilesTransport, TransportFault } from '../transport.ts';

/** Takes files' bytes in memory, of those that a test says are expected; its line may be cut at a request. */
export class UploadServer implements FilesTransport {
  readonly expected = new Set<string>();
  readonly parts = new Map<string, number[]>();
  readonly keys = new Map<string, FileKey>();
  /** Offsets at which bytes were sent, in order. */
  readonly sentAt: number[] = [];
  /** Answers false to whoever finishes. */
  mistaken = false;
  /** Requests that still get through; then the line is cut. */
  through = Number.POSITIVE_INFINITY;
  /** Takes the bytes and loses the answer of the next chunk. */
  loseAnswer = false;

  async state(fileId: string): Promise<UploadState | null> {
    this.pass();
    return this.expected.has(fileId) ? this.stateOf(fileId) : null;
  }

  async append(fileId: string, from: number, bytes: Uint8Array): Promise<UploadState | null> {
    this.pass();
    const part = this.parts.get(fileId) ?? [];
    if (part.length !== from) return null;
    this.sentAt.push(from);
    this.parts.set(fileId, [...part, ...bytes]);
    if (this.loseAnswer) {
      this.loseAnswer = false;
      throw new TransportFault('unreachable');
    }
    return this.stateOf(fileId);
  }

  async finish(fileId: string, key: FileKey): Promise<boolean> {
    this.pass();
    if (this.mistaken) {
      this.parts.delete(fileId);
      return false;
    }
    this.keys.set(fileId, key);
    return true;
  }

  private stateOf(fileId: string): UploadState {
    return { received: this.parts.get(fileId)?.length ?? 0, complete: this.keys.has(fileId) };
  }

  private pass(): void {
    if (this.through <= 0) throw new TransportFault('unreachable');
    this.through -= 1;
  }
}
