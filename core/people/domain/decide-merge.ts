import type { Settlement } from '#kernel/command/command.ts';
import type { ByHandBodies } from '../contract/by-hand.ts';
import { problems } from '../contract/rules.ts';
import { isRow, livingResident } from './home.ts';
import { sortedPair } from './pair.ts';
import type { PeopleState } from './state.ts';
import { accept, no, type Verdict } from './verdict.ts';

/** Two entries are one person: one stays, the other ends and is found through it. */
export function mergeResidents(state: PeopleState, body: ByHandBodies['people.merge-residents']): Verdict {
  const { keptId, mergedId, take, reason, discrepancyId } = body;
  if (keptId === mergedId) return no(problems['merge-with-itself']);
  const kept = livingResident(state, keptId);
  if (!isRow(kept)) return kept;
  if (state.residents.get(mergedId)?.mergedInto === keptId) return accept([]);
  const merged = livingResident(state, mergedId);
  if (!isRow(merged)) return merged;
  const settles: Settlement[] = [];
  if (discrepancyId !== undefined) {
    const found = state.discrepancies.get(discrepancyId);
    const about = new Set([found?.subjects.residentId, found?.subjects.otherResidentId]);
    if (!found || !about.has(keptId) || !about.has(mergedId)) return no(problems['no-such-discrepancy']);
    if (found.settled) return no(problems['already-settled']);
    settles.push({ discrepancyId, resolution: 'merge', note: reason });
  }
  return accept([{ type: 'people.merged', data: { keptId, mergedId, take, reason } }], [], settles);
}

/** It was a mistake: both stand again. */
export function unmergeResidents(
  state: PeopleState,
  { mergeId }: ByHandBodies['people.unmerge-residents'],
): Verdict {
  const merge = state.merges.get(mergeId);
  if (!merge) return no(problems['merge-unknown']);
  if (merge.undoneAt !== null) return no(problems['merge-undone']);
  const { keptId, mergedId } = merge;
  const kept = livingResident(state, keptId);
  if (!isRow(kept)) return kept;
  return accept([{ type: 'people.unmerged', data: { mergeId, keptId, mergedId } }]);
}

export function tellApart(state: PeopleState, body: ByHandBodies['people.tell-apart']): Verdict {
  if (body.residentId === body.otherId) return no(problems['merge-with-itself']);
  for (const id of [body.residentId, body.otherId]) {
    if (!state.residents.get(id)) return no(problems['resident-unknown']);
  }
  const [residentId, otherId] = sortedPair(body.residentId, body.otherId);
  return accept([{ type: 'people.told-apart', data: { residentId, otherId, note: body.note } }]);
}
