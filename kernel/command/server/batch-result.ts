import type { Answer } from '../command.ts';

/** What a committed batch came to. */
export interface BatchResult {
  readonly answers: readonly Answer[];
  /** The area's version before and afterwards. */
  readonly before: number;
  readonly version: number;
  /** Types of the events that happened. */
  readonly happened: ReadonlySet<string>;
}
