import type { FileKey, UploadState } from '../../files/contract.ts';
import type { PackedResponse, PullRequest, PushRequest, PushResponse, RelayRequest } from '../protocol.ts';

/** Why a request got no usable answer. The outbox is kept in every case but `closed`. */
export type FaultReason =
  /** No network, a time-out, a busy or failing server: try again later. */
  | 'unreachable'
  /** 401 or 403: nobody, another one, or no longer a member, is signed in. */
  | 'signed-out'
  /** 403 `devices.revoked`: this device may hold nothing any more. */
  | 'revoked'
  /** 410 `command.area-closed`: the emergency is over and nothing of this area may stay here, the outbox included. */
  | 'closed'
  /** 409 or 426: the server no longer speaks this client's protocol. */
  | 'outdated'
  /** 413: the batch is too large. */
  | 'too-large'
  /** Any other 4xx: the server cannot take this request as it stands. */
  | 'malformed';

export class TransportFault extends Error {
  constructor(
    readonly reason: FaultReason,
    /** When the server asked to wait, ms. */
    readonly retryAfterMs: number | null = null,
    options?: ErrorOptions,
  ) {
    super(`sync request failed: ${reason}`, options);
    this.name = 'TransportFault';
  }
}

export interface LiveListener {
  /** The area has reached this version. */
  onVersion(version: number): void;
  /** The stream (re)opened: messages may have been missed. */
  onOpen(): void;
}

/** The way of files' bytes. Needs no session. Throws `TransportFault` and nothing else; all are safe to repeat. */
export interface FilesTransport {
  /** How far an upload is; null where no accepted command speaks of the file. */
  state(fileId: string, signal: AbortSignal): Promise<UploadState | null>;
  /** Null where the received bytes do not end at `from`. */
  append(
    fileId: string,
    from: number,
    bytes: Uint8Array<ArrayBuffer>,
    signal: AbortSignal,
  ): Promise<UploadState | null>;
  /** False where what has arrived is not the file that was announced. */
  finish(fileId: string, key: FileKey, signal: AbortSignal): Promise<boolean>;
}

/** The way to one area's server. Requests throw `TransportFault` and nothing else; all are safe to repeat. */
export interface Transport {
  push(request: PushRequest, signal: AbortSignal): Promise<PushResponse>;
  /** Long collections may come by columns. */
  pull(request: PullRequest, signal: AbortSignal): Promise<PackedResponse>;
  /** Needs no session. */
  relay(request: RelayRequest, signal: AbortSignal): Promise<PushResponse>;
  /** Asks whether the area is still open, for a phone that has nothing to send; needs no session. */
  standing?(signal: AbortSignal): Promise<void>;
  /** The way of files' bytes, loaded when there are some; absent where none are carried. */
  files?(): Promise<FilesTransport>;
  /** Opens the stream of versions. @returns the way to close it */
  live(listener: LiveListener): () => void;
}
