import type { GapKind } from '../../contract/reconcile-rows.ts';

/** Something that does not agree, and that a leader settles. */
export interface Gap {
  readonly kind: GapKind;
  /** What it is about: a row's id, or a code where there may be no row. */
  readonly subject: string;
  /** The figures of it: an acceptance holds for these and no others. */
  readonly said: string;
  readonly laneId: string | null;
  /** Swabs it is about. */
  readonly people: number;
  readonly tubeCode: string | null;
  readonly boxCode: string | null;
  readonly handoverCode: string | null;
}
