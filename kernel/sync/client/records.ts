import type { Answer } from '../../command/command.ts';
import type { Term } from '../protocol.ts';
import type { Payload } from './codec.ts';

/** A part of what is held of a term: applied in the order of `n`, rows replace, gone ids delete. */
export interface SegmentRecord {
  readonly term: Term;
  readonly n: number;
  /** The cursor its page brought the term to. */
  readonly version: number;
  readonly payload: Payload;
}

export interface CursorRecord {
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
  readonly envelope: Payload;
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

/** `clock`: how far the server's clock is ahead of this device's, ms, and how long that request took. */
export interface ClockMeasure {
  readonly offset: number;
  readonly roundTrip: number;
}

export interface Meta {
  /** Minted once per browser profile and area. */
  readonly deviceId: string;
  /** The member whose duties the held rows belong to. */
  readonly holder: string;
  /** The protocol the held rows were pulled with. */
  readonly protocol: number;
  /** The area's version up to which everything is held; 0 before the first whole pull. */
  readonly seen: number;
  readonly lastSync: number | null;
  readonly clock: ClockMeasure | null;
}
