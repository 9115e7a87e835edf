import type { AreaTx } from '#kernel/db/area-tx.ts';
import type { PositiveSource, Positives } from '../contract/positives.ts';
import type { Answer } from '../contract/rows.ts';
import type { Known, StatusRow } from '../domain/state.ts';
import { ruleAt } from './rule.ts';
import { loadAnswers, loadForProposing } from './store.ts';

const DAY = 86_400_000;

export interface KnownNow {
  readonly known: Known;
  readonly statuses: readonly StatusRow[];
  readonly answers: readonly Answer[];
  readonly unplaced: number;
}

/**
 * Everything that proposals turn on: the rule in force, positives as far back as it looks and as the longest step
 * counts, what holds with what came before it, and what was answered.
 * @param at epoch ms
 */
export async function loadKnown(
  tx: AreaTx,
  sources: readonly PositiveSource[],
  at: number,
): Promise<KnownNow> {
  const rule = await ruleAt(tx, at);
  const since = at - Math.max(rule.positiveDays, LONGEST_STEP) * DAY;
  const found: Positives[] = [];
  for (const source of sources) found.push(await source.positives(tx, since));
  return {
    known: { rule, cases: found.flatMap(({ cases }) => cases) },
    statuses: await loadForProposing(tx, since, at),
    answers: await loadAnswers(tx, since, at),
    unplaced: found.reduce((sum, { unplaced }) => sum + unplaced, 0),
  };
}

/** The most that a setting of days may say. */
const LONGEST_STEP = 28;
