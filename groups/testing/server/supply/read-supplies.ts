import { sql } from 'kysely';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import { selectRows } from '#kernel/db/select.ts';
import { loadSettings } from '#kernel/settings/server/store.ts';
import { settingAt } from '#kernel/settings/setting.ts';
import type { Lane, Round, Site } from '../../contract/rows.ts';
import { settings } from '../../contract/settings.ts';
import type { Supplies, SupplyEntryView, SupplyLine } from '../../contract/supply-queries.ts';
import type { SupplyEntry, SupplyKind } from '../../contract/supply-rows.ts';
import { SUPPLY_KINDS } from '../../contract/supply-rows.ts';
import { type LaneNeed, neededAt } from '../../domain/supply/needed.ts';
import { type Done, reckonSupply, supplyKey } from '../../domain/supply/reckon.ts';
import type { TestingDoors } from '../doors.ts';
import { forceRules, readPlanning } from '../plan/read-planning.ts';
import { getRound, lanesOf, sitesOf } from '../store-rounds.ts';
import { supplyTable } from '../tables.ts';

interface At {
  readonly laneId: string;
  readonly siteId: string;
  readonly site: string;
  readonly lane: string;
}

/** What each lane needs, was given, has used and returned; with everything that was said of it. */
export async function readSupplies(
  tx: AreaTx,
  doors: TestingDoors,
  roundId: string,
  now: number,
): Promise<Supplies> {
  const round = await getRound(tx, roundId);
  const entries = await selectRows(tx, supplyTable, sql`round_id = ${roundId} order by at desc, id desc`);
  const all = placed(await sitesOf(tx, roundId), await lanesOf(tx, roundId));
  const used = new Set(entries.map(({ laneId }) => laneId));
  const lanes = all.filter(({ removed, laneId }) => !removed || used.has(laneId));
  const { people, needs, reservePercent } = await needsOf(
    tx,
    doors,
    round,
    all.filter(({ removed }) => !removed),
    now,
  );
  const done = await doneAt(tx, roundId);
  const names = await doors.members.names(tx, [...new Set(entries.map(({ by }) => by))]);
  const placeOf = new Map(lanes.map((at) => [at.laneId, at]));
  return {
    round: { id: round.id, name: round.name, state: round.state },
    lanes: lanes.map(({ laneId, site, lane }) => ({ laneId, site, lane })),
    lines: lanes.flatMap((at) => linesAt(at, entries, needs.get(at.laneId), done.get(at.laneId))),
    entries: entries.map((entry) => viewOf(entry, placeOf.get(entry.laneId), names.get(entry.by) ?? null)),
    people,
    reservePercent,
  };
}

function placed(
  sites: readonly Site[],
  lanes: readonly Lane[],
): readonly (At & { readonly removed: boolean })[] {
  return sites.flatMap((site) =>
    lanes
      .filter((lane) => lane.siteId === site.id)
      .map((lane) => ({
        laneId: lane.id,
        siteId: site.id,
        site: site.name,
        lane: lane.name,
        removed: lane.removedAt !== null || site.removedAt !== null,
      })),
  );
}

async function needsOf(
  tx: AreaTx,
  doors: TestingDoors,
  round: Round,
  lanes: readonly At[],
  now: number,
): Promise<{ people: number; needs: ReadonlyMap<string, LaneNeed>; reservePercent: number }> {
  const { total } = await readPlanning(tx, doors, round.id, now);
  const values = await loadSettings(tx);
  const rules = {
    ...(await forceRules(tx, now)),
    suitsPerStaff: settingAt(settings.suitsPerStaff, values, now).value,
    reservePercent: settingAt(settings.reservePercent, values, now).value,
  };
  const ratio = round.mode === 'single' ? 1 : round.poolRatio;
  const needs = neededAt(total.expected, ratio, lanes, rules);
  return {
    people: total.expected,
    needs: new Map(needs.map((need) => [need.laneId, need])),
    reservePercent: rules.reservePercent,
  };
}

type DoneAt = Readonly<Partial<Record<SupplyKind, Done>>>;

/** Swabs that samples took and tubes that were opened, by lane. */
async function doneAt(tx: AreaTx, roundId: string): Promise<ReadonlyMap<string, DoneAt>> {
  const { rows } = await sql<{ laneId: string; kind: 'swab' | 'tube'; least: number; most: number }>`
    select lane_id, 'swab' as kind, (count(*) filter (where voided_at is null))::int4 as least,
      count(*)::int4 as most
    from testing.sample where area_id = ${tx.areaId} and round_id = ${roundId} group by lane_id
    union all
    select lane_id, 'tube', (count(*) filter (where voided_at is null))::int4, count(*)::int4
    from testing.tube where area_id = ${tx.areaId} and round_id = ${roundId} and merged_into is null
    group by lane_id`.execute(tx.db);
  const done = new Map<string, DoneAt>();
  for (const { laneId, kind, least, most } of rows) {
    done.set(laneId, { ...done.get(laneId), [kind]: { least, most } });
  }
  return done;
}

const NOTHING: Done = { least: 0, most: 0 };
const NEEDED: readonly SupplyKind[] = ['swab', 'tube', 'suit'];

/** The three needed kinds always, others when something was said of them. */
function linesAt(
  { laneId, site, lane }: At,
  entries: readonly SupplyEntry[],
  need: LaneNeed | undefined,
  done: DoneAt | undefined,
): readonly SupplyLine[] {
  const here = entries.filter((entry) => entry.laneId === laneId);
  const byKey = new Map(NEEDED.map((kind) => [supplyKey({ kind, name: '' }), { kind, name: '' }]));
  for (const { kind, name, voidedAt } of here) {
    if (voidedAt === null) byKey.set(supplyKey({ kind, name }), { kind, name });
  }
  return [...byKey.values()].sort(byKind).map((what) => {
    const own = here.filter((entry) => supplyKey(entry) === supplyKey(what));
    const set = what.kind === 'swab' || what.kind === 'tube' ? (done?.[what.kind] ?? NOTHING) : null;
    const { differences, ...reckoned } = reckonSupply(what, own, set);
    const { kind } = what;
    const needed = kind === 'swab' || kind === 'tube' || kind === 'suit' ? (need?.[kind] ?? 0) : null;
    return { laneId, site, lane, ...reckoned, needed, done: set, differences: [...differences] };
  });
}

type What = Pick<SupplyEntry, 'kind' | 'name'>;
const byKind = (a: What, b: What): number =>
  SUPPLY_KINDS.indexOf(a.kind) - SUPPLY_KINDS.indexOf(b.kind) || (a.name < b.name ? -1 : 1);

function viewOf(entry: SupplyEntry, at: At | undefined, by: string | null): SupplyEntryView {
  const { id, laneId, kind, name, deed, quantity, note } = entry;
  const place = { site: at?.site ?? '', lane: at?.lane ?? '' };
  return {
    id,
    laneId,
    ...place,
    kind,
    name,
    deed,
    quantity,
    note,
    at: entry.at,
    by,
    voided: entry.voidedAt !== null,
  };
}
