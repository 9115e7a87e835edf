import type { QueryContext } from '#kernel/query/context.ts';
import type { PassRules } from '../domain/rules.ts';
import type { KnownPass } from './rows.ts';

type Tx = QueryContext['tx'];

/** What other modules may read of passes; implemented in `server/reader.ts`, handed over by the composition root. */
export interface PassesReader {
  /** Unknown ids are left out; labels are masked. */
  passesByIds(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, KnownPass>>;
  /** Unrevoked ones that name these persons; labels are masked. */
  passesOfResidents(tx: Tx, residentIds: readonly string[]): Promise<readonly KnownPass[]>;
  /** Names in full of holders who are in neither register nor roster, by pass. Only behind a look that is recorded. */
  fullLabels(tx: Tx, passIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Numbers in force. @param at epoch ms */
  rulesAt(tx: Tx, at: number): Promise<PassRules>;
}
