import type { Status } from '#core/zones/contract.ts';
import { findDiscrepancies } from '#kernel/command/server/discrepancy-store.ts';
import { selectByKeys } from '#kernel/db/select.ts';
import { upsertRows } from '#kernel/db/upsert.ts';
import { announceFiles } from '#kernel/files/server/announce.ts';
import { goneSince } from '#kernel/sync/server/tombstones.ts';
import { actions } from '../../contract/access.ts';
import { AREA_TERM, COLLECTIONS } from '../../contract/sync.ts';
import { quotaAt } from '../../domain/decision/decide-passage.ts';
import { only } from '../delta.ts';
import type { ServerPart } from '../part.ts';
import { passageTable, presenceTable } from '../tables.ts';
import { Needs } from './needs.ts';
import { lastPassages, outingsOf, passagesSince, presenceSince } from './store.ts';

/** Passages, who is out, what flags are settled. */
export const passagesPart: ServerPart = {
  async load(tx, { zones, missed, passes }, state, commands) {
    const needs = Needs.of(commands, state);
    const discrepancies = await findDiscrepancies(tx, [...needs.discrepancies]);
    for (const { id, code, subjects, settledAt } of discrepancies) {
      state.discrepancies.set(id, { id, code, subjects, settled: settledAt !== null });
      if (subjects.passageId) needs.passages.add(subjects.passageId);
    }
    const spoken = await selectByKeys(tx, passageTable, { id: needs.passages });
    state.passages.load(spoken);
    if (needs.isLookingBack) needs.addSubjects(spoken);
    if (needs.from === null && !needs.isLookingBack) return;
    const from = needs.from ?? 0;
    const { days } = quotaAt(state, from);
    const [outings, ids, households, declared, missedNow, known, named, back] = await Promise.all([
      needs.from === null ? [] : outingsOf(tx, [...needs.households], from, needs.until, days),
      selectByKeys(tx, presenceTable, { id: needs.subjects }),
      selectByKeys(tx, presenceTable, { household_id: needs.households }),
      needs.from === null ? ([] as readonly Status[]) : zones.declaredSince(tx, from),
      missed?.missedNow(tx, [...needs.residents]) ?? null,
      passes?.passesByIds(tx, [...needs.passes]) ?? null,
      passes?.passesOfResidents(tx, [...needs.neighbours]) ?? [],
      needs.isLookingBack ? lastPassages(tx, [...needs.subjects]) : [],
    ]);
    state.passages.load([...outings, ...back, ...spoken]);
    state.presence.load([...ids, ...households]);
    for (const status of declared) state.statuses.set(status.id, status);
    for (const [id, { since }] of missedNow ?? []) state.missed.set(id, since);
    state.passes.load([...(known?.values() ?? []), ...named]);
    state.passSettings = state.settings;
  },

  async save(tx, state) {
    await upsertRows(tx, passageTable, state.passages.changed());
    await upsertRows(tx, presenceTable, state.presence.changed());
    await announceFiles(tx, actions.oversee, state.photos);
  },

  async delta(tx, _doors, asked) {
    return {
      [COLLECTIONS.passage]: only(await passagesSince(tx, asked)),
      [COLLECTIONS.presence]: {
        ...only(await presenceSince(tx, asked.since)),
        gone: (await goneSince(tx, AREA_TERM, asked.since)).get(COLLECTIONS.presence) ?? [],
      },
    };
  },
};
