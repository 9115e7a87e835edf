import type { Answer } from '../../command/command.ts';
import type { Term } from '../protocol.ts';
import type { Payload } from './codec.ts';

/** A part of what is held of a term: applied in the order of `n`, rows replace, gone ids delete. */
export interface SegmentRecord {
  /** The member it was pulled for. */
  readonly holder: string;
  readonly term: Term;
  readonly n: number;
  /** The cursor its page brought the term to. */
  readonly version: number;
  readonly payload: Payload;
}

export interface CursorRecord {
  readonly holder: string;
  readonly term: Term;
  readonly version: number;
  /** The term's rows are not whole yet. */
  readonly more: boolean;
  /** First living segment, and the number the next one gets; numbers are never used twice. */
  readonly first: number;
  readonly next: number;
}

export interface OutboxRecord {
  /** Order of dispatch on this device, over all tabs. */
  readonly seq: number;
  readonly id: string;
  /** Sealed for its author. */
  readonly envelope: Payload;
  /** Sealed for the server, base64url; null while this device knows no key of the server's. */
  readonly relay: string | null;
  readonly authorId: string;
  /** Device clock, epoch ms. */
  readonly madeAt: number;
  /** Server clock minus device clock as known when it was made, ms; null when never measured. */
  readonly offset: number | null;
  readonly state: 'pending' | 'answered';
  readonly answer: Answer | null;
  /** Device clock when a pull reached the answer's version. */
  readonly confirmedAt: number | null;
}

/** A file whose bytes follow its command; its own, and encrypted. Stays until the server has it. */
export interface FileRecord {
  readonly id: string;
  /** The command that speaks of it. */
  readonly commandId: string;
  readonly authorId: string;
  /** Device clock, epoch ms. */
  readonly madeAt: number;
  readonly sealed: Uint8Array;
  /** Its key, sealed for its author. */
  readonly key: Payload;
  /** Its key, sealed for the server, base64url; null while this device knows no key of the server's. */
  readonly relay: string | null;
}

/** `clock`: how far the server's clock is ahead of this device's, ms, and how long that request took. */
export interface ClockMeasure {
  readonly offset: number;
  readonly roundTrip: number;
}

/** What belongs to the device, whoever uses it. */
export interface DeviceMeta {
  readonly deviceId: string;
  readonly clock: ClockMeasure | null;
  /**
   * The latest time known to have come, epoch ms of the server's clock: a clock that is set back gains nothing.
   * An answer of the server sets it anew.
   */
  readonly latest: number;
  /** The server has said that this device is revoked. */
  readonly revoked: boolean;
}

/** What belongs to one member's holdings. */
export interface HolderMeta {
  /** The protocol the held rows were pulled with. */
  readonly protocol: number;
  /** The area's version up to which everything is held; 0 before the first whole pull. */
  readonly seen: number;
  readonly lastSync: number | null;
  /** When what was pulled must be gone, epoch ms of the server's clock; null while that is not limited. */
  readonly holdUntil: number | null;
  /** It was erased because that time had come, and nothing was pulled since. */
  readonly expired: boolean;
}

export interface Meta extends DeviceMeta, HolderMeta {
  /** The member whose duties the held rows belong to. */
  readonly holder: string;
}
