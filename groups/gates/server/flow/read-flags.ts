import { sql } from 'kysely';
import type { Discrepancy } from '#kernel/command/server/discrepancy-store.ts';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import { selectByKeys } from '#kernel/db/select.ts';
import { loadSettings } from '#kernel/settings/server/store.ts';
import { chinaDay } from '#kernel/time-id/china-time.ts';
import type { FlagView } from '../../contract/flow-queries.ts';
import type { GatesProblem } from '../../contract/problems.ts';
import type { Passage } from '../../contract/rows.ts';
import { RESOLUTIONS_OF } from '../../contract/settlement.ts';
import { quotaAt } from '../../domain/decision/decide-passage.ts';
import type { GatesDoors } from '../doors.ts';
import { passageTable } from '../tables.ts';
import { passageViews } from './passage-views.ts';
import { findOutings } from './store.ts';

/** The most contradictions of one answer. */
const MOST = 500;

/** Contradictions with the passage each is of and, of an outing too many, the outings it was counted with. */
export async function readFlags(tx: AreaTx, doors: GatesDoors, open: boolean): Promise<FlagView[]> {
  const found = await findFlags(tx, open);
  const ids = found.flatMap(({ subjects }) => subjects.passageId ?? []);
  const passages = await selectByKeys(tx, passageTable, { id: new Set(ids) });
  const over = found.filter(({ code }) => code === 'gates.outings-exceeded');
  const households = [...new Set(over.flatMap(({ subjects }) => subjects.householdId ?? []))];
  const outings = await findOutings(tx, households);
  const seen = new Map([...passages, ...outings].map((row) => [row.id, row]));
  const views = new Map((await passageViews(tx, doors, [...seen.values()])).map((view) => [view.id, view]));
  const settlers = found.flatMap(({ settledBy }) => settledBy ?? []);
  const names = await doors.members.names(tx, [...new Set(settlers)]);
  const settings = await loadSettings(tx);
  const countedWith = (row: Discrepancy): readonly Passage[] => {
    const last = seen.get(row.subjects.passageId ?? '');
    if (row.code !== 'gates.outings-exceeded' || !last) return [];
    const { days } = quotaAt({ settings }, last.at);
    const first = chinaDay(last.at) - days;
    return outings.filter(
      ({ householdId, at }) =>
        householdId === row.subjects.householdId && at <= last.at && chinaDay(at) > first,
    );
  };
  return found.map((row) => ({
    id: row.id,
    code: row.code,
    details: { ...row.problem.details },
    raisedAt: row.raisedAt,
    settledAt: row.settledAt,
    settledByName: names.get(row.settledBy ?? '') ?? null,
    resolution: row.resolution,
    note: row.note,
    resolutions: [...(RESOLUTIONS_OF[row.code.replace(/^gates\./, '') as GatesProblem] ?? [])],
    passage: views.get(row.subjects.passageId ?? '') ?? null,
    outings: countedWith(row).flatMap(({ id }) => views.get(id) ?? []),
  }));
}

async function findFlags(tx: AreaTx, open: boolean): Promise<readonly Discrepancy[]> {
  const { rows } = await sql<Discrepancy>`
    select id, version, command_id, code, problem, subjects, raised_at, settled_at, settled_by, resolution, note
    from kernel.discrepancy
    where area_id = ${tx.areaId} and starts_with(code, 'gates.') and (settled_at is null) = ${open}
    order by raised_at desc, id limit ${MOST}`.execute(tx.db);
  return rows;
}
