import type { MergeField } from '../contract/by-hand.ts';
import type { CorrectionOutcome, SubjectAsker } from '../contract/subject.ts';
import type { PackedColumns } from './merge-columns.ts';

/** Where somebody lived before. */
export interface MoveRow {
  readonly residentId: string;
  readonly version: number;
  readonly fromDwellingId: string;
  readonly toDwellingId: string;
  readonly byHand: boolean;
  readonly actorId: string;
  readonly at: number;
}

/** Two entries made one; enough is kept to take it back. */
export interface MergeRow {
  readonly id: string;
  readonly version: number;
  readonly keptId: string;
  readonly mergedId: string;
  readonly taken: readonly MergeField[];
  /** What the kept entry said before, of all that the merge changed. */
  readonly before: PackedColumns;
  readonly reason: string;
  readonly actorId: string;
  readonly at: number;
  readonly undoneAt: number | null;
  readonly undoneBy: string | null;
}

/** A pair that looks alike and is not one person; the smaller id first. */
export interface ToldApartRow {
  readonly residentId: string;
  readonly otherId: string;
  readonly version: number;
  readonly note: string;
  readonly actorId: string;
  readonly at: number;
}

export interface SubjectRequest {
  readonly id: string;
  readonly version: number;
  readonly residentId: string;
  readonly kind: 'copy' | 'correction';
  readonly askedBy: SubjectAsker;
  readonly said: string;
  readonly actorId: string;
  readonly at: number;
  readonly outcome: CorrectionOutcome | null;
  readonly answer: string;
  readonly answeredBy: string | null;
  readonly answeredAt: number | null;
}
