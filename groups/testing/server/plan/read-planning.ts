import { sql } from 'kysely';
import type { PeopleScope } from '#core/people/contract.ts';
import type { ZoneStatus } from '#core/zones/contract.ts';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import { loadSettings } from '#kernel/settings/server/store.ts';
import { type SettingDefinition, settingAt } from '#kernel/settings/setting.ts';
import type { Planning, ScopePart } from '../../contract/plan-queries.ts';
import type { ExpectedStatus, Round, Scope } from '../../contract/rows.ts';
import { settings } from '../../contract/settings.ts';
import { type ForceRules, forceFor, staffed } from '../../domain/plan/force.ts';
import type { TestingDoors } from '../doors.ts';
import { getRound, lanesOf, sitesOf } from '../store-rounds.ts';
import { getScope, peopleScope } from './scope.ts';
import { plannedOf } from './store-planned.ts';

type Awaited = Planning['total'];
const NOBODY: Awaited = { people: 0, expected: 0, away: 0, exempt: 0 };

/** A plan's people, and whether what is planned suffices for them. */
export async function readPlanning(
  tx: AreaTx,
  doors: TestingDoors,
  roundId: string,
  now: number,
): Promise<Planning> {
  const round = await getRound(tx, roundId);
  const people = round.state === 'draft' ? await draftPeople(tx, doors, round, now) : await listed(tx, round);
  const stands = (row: { readonly removedAt: number | null }) => row.removedAt === null;
  const sites = (await sitesOf(tx, roundId)).filter(stands);
  const siteIds = new Set(sites.map((site) => site.id));
  const lanes = (await lanesOf(tx, roundId)).filter((lane) => stands(lane) && siteIds.has(lane.siteId));
  const rules = await forceRules(tx, now);
  return {
    ...people,
    planned: staffed(sites.length, lanes.length, rules),
    needed: forceFor(people.total.expected, rules),
    rules,
  };
}

/** The settings in force that say how many hands a round takes. */
export async function forceRules(tx: AreaTx, now: number): Promise<ForceRules> {
  const values = await loadSettings(tx);
  const of = (setting: SettingDefinition) => settingAt(setting, values, now).value;
  return {
    peoplePerSite: of(settings.peoplePerSite),
    peoplePerSampler: of(settings.peoplePerSampler),
    samplersPerLane: of(settings.samplersPerLane),
    registrarsPerLane: of(settings.registrarsPerLane),
    helpersPerSite: of(settings.helpersPerSite),
  };
}

type People = Pick<Planning, 'total' | 'parts' | 'gone'>;

async function listed(tx: AreaTx, { id }: Round): Promise<People> {
  const { rows } = await sql<{ status: ExpectedStatus; people: number }>`
    select status, count(*)::int4 as people from testing.expected
    where area_id = ${tx.areaId} and round_id = ${id} group by status`.execute(tx.db);
  const total = { ...NOBODY };
  for (const { status, people } of rows) {
    total.people += people;
    total[status] += people;
  }
  return { total, parts: [], gone: 0 };
}

async function draftPeople(tx: AreaTx, doors: TestingDoors, round: Round, now: number): Promise<People> {
  const scope = await getScope(tx, round);
  const count = await draftCounter(tx, doors, round.id);
  const whole = await peopleScope(tx, doors, scope, now);
  const parts: People['parts'] = [];
  for (const { part, zone, of } of partsOf(scope)) {
    const asked = await peopleScope(tx, doors, { ...EMPTY, ...of }, now);
    const chosen = zone === null ? Object.values(of).flat().length : placesIn(asked);
    parts.push({ part, zone, chosen, ...(await count(asked)) });
  }
  const named = new Set(whole.residentIds);
  const living = await doors.people.amongScope(tx, { ...whole, residentIds: [...named] }, [...named]);
  return { total: await count(whole), parts, gone: named.size - living.size };
}

const EMPTY: Scope = { compoundIds: [], buildingIds: [], entranceIds: [], zones: [], residentIds: [] };

const placesIn = ({ buildingIds, entranceIds = [] }: PeopleScope): number =>
  buildingIds.length + entranceIds.length;

interface Part {
  readonly part: ScopePart;
  readonly zone: ZoneStatus | null;
  readonly of: Partial<Scope>;
}

/** The parts of a scope that choose anybody; each zone status by itself. */
function partsOf({ compoundIds, buildingIds, entranceIds, zones, residentIds }: Scope): readonly Part[] {
  const kinds: readonly Part[] = [
    { part: 'compounds', zone: null, of: { compoundIds } },
    { part: 'buildings', zone: null, of: { buildingIds } },
    { part: 'entrances', zone: null, of: { entranceIds } },
    { part: 'list', zone: null, of: { residentIds } },
  ];
  const chosen = kinds.filter(({ of }) => Object.values(of).flat().length > 0);
  return [...chosen, ...zones.map((zone) => ({ part: 'zone' as const, zone, of: { zones: [zone] } }))];
}

/** Counts a part by the register, then sets right what was said of people one by one. */
async function draftCounter(
  tx: AreaTx,
  { people }: TestingDoors,
  roundId: string,
): Promise<(scope: PeopleScope) => Promise<Awaited>> {
  const planned = await plannedOf(tx, people, roundId);
  const cards = await people.residentsByIds(tx, [...planned.keys()]);
  return async (scope) => {
    const total = { ...NOBODY };
    for (const { present, away } of (await people.countsByBuilding(tx, scope)).values()) {
      total.expected += present;
      total.away += away;
    }
    total.people = total.expected + total.away;
    for (const id of await people.amongScope(tx, scope, [...planned.keys()])) {
      total[cards.get(id)?.away ? 'away' : 'expected'] -= 1;
      total[planned.get(id)?.status ?? 'expected'] += 1;
    }
    return total;
  };
}
