import type { AreaTx } from '../db/area-tx.ts';
import type { Said } from '../ui/text.ts';

/**
 * What becomes of a column that may hold something of a person, in a row that stays: `null`, an empty text, or bytes
 * by chance (where the rows must stay apart).
 */
export type Forgotten = 'null' | 'empty' | 'random';

/**
 * A table whose rows outlive the closing of an emergency. What no module keeps is destroyed: whoever forgets to say
 * something destroys too much in a test, and never leaves a name behind.
 */
export interface KeptTable {
  /** As in SQL: `zones.status`. */
  readonly table: string;
  readonly name: Said;
  /** Why it may be kept: the rule, or that it says nothing of anybody. */
  readonly because: Said;
  /** Columns that stay as they are, beside `area_id`. A column that stands in neither list stops a closing before it begins. */
  readonly keeps: readonly string[];
  readonly forgets?: Readonly<Record<string, Forgotten>>;
}

/** Counts that outlive the rows they are made of. Of the whole area: none of a building, a dwelling or anybody's work. */
export interface KeptFigures {
  /** Names their sheet: `testing.figures`. */
  readonly id: string;
  readonly name: Said;
  readonly because: Said;
  readonly columns: readonly Said[];
  /** Asked under the area's lock before anything is destroyed. @returns a cell for each column */
  read(tx: AreaTx): Promise<readonly (readonly (string | number)[])[]>;
}

/** What a table held, and what became of it. */
export interface TableCount {
  readonly table: string;
  readonly rows: number;
  readonly fate: 'destroyed' | 'kept';
}
