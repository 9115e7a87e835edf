import { sql } from 'kysely';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import { ProblemError } from '#kernel/problem/problem.ts';
import { loadSettings } from '#kernel/settings/server/store.ts';
import { settingAt } from '#kernel/settings/setting.ts';
import { problems } from '../../contract/problems.ts';
import type { EvacuationView, InsideVisit, OutResident } from '../../contract/visit-queries.ts';
import { MOST_OUT } from '../../contract/visit-queries.ts';
import type { Visit } from '../../contract/visit-rows.ts';
import { visitSettings } from '../../contract/visit-settings.ts';
import { evacuationList } from '../../domain/visits/evacuation.ts';
import { helpBornBy, needsHelp } from '../../domain/visits/need-help.ts';
import { overdueOutings, overdueVisits } from '../../domain/visits/overdue.ts';
import { whoIsOut } from '../../domain/visits/who-is-out.ts';
import type { GatesDoors } from '../doors.ts';
import { readHolders } from './holders.ts';
import { outNow } from './inside.ts';
import { masked } from './part.ts';
import { insideOf, residentsOut, visitsInside } from './store.ts';

/** Every visit inside, masked, the longest over time first. @param now epoch ms */
export async function readVisitsInside(tx: AreaTx, doors: GatesDoors, now: number): Promise<InsideVisit[]> {
  return asViews(tx, doors, await visitsInside(tx), now);
}

/** Residents who are out, the longest first. */
export async function readOutings(tx: AreaTx, doors: GatesDoors, now: number) {
  const out = await outNow(tx, doors);
  const longest = settingAt(visitSettings.outLongest, await loadSettings(tx), now).value;
  const late = new Set(
    overdueOutings(
      out.map(({ outing }) => outing),
      longest,
      now,
    ).map(({ residentId }) => residentId),
  );
  const gates = await gateNames(tx);
  const people = out.slice(0, MOST_OUT).map(
    ({ outing, card }): OutResident => ({
      residentId: card.id,
      householdId: card.householdId,
      buildingId: card.buildingId,
      place: `${card.compound} ${card.building}`,
      room: [card.entrance, card.room].filter(Boolean).join(' '),
      name: card.nameMask,
      hasPhone: card.phoneMask !== null,
      gateId: outing.gateId,
      gate: gates.get(outing.gateId)?.name ?? '',
      since: outing.since,
      late: late.has(card.id),
    }),
  );
  return { total: out.length, people };
}

/** @throws `gates.no-such-building` */
export async function readEvacuation(
  tx: AreaTx,
  doors: GatesDoors,
  buildingId: string,
  now: number,
): Promise<EvacuationView> {
  const label = (await doors.places.buildingLabels(tx, [buildingId])).get(buildingId);
  if (!label) throw new ProblemError(problems['no-such-building']);
  const cards = await doors.people.residentsInScope(tx, { compoundIds: [], buildingIds: [buildingId] });
  const bornBy = helpBornBy(settingAt(visitSettings.helpAge, await loadSettings(tx), now).value, now);
  const outings = whoIsOut(await residentsOut(tx));
  const housed = cards.map((card) => ({ ...card, name: card.nameMask, needsHelp: needsHelp(card, bornBy) }));
  const visits = await insideOf(tx, buildingId);
  const list = evacuationList(buildingId, housed, (id) => outings.has(id), visits);
  const told = (people: readonly (typeof housed)[number][], state: 'home' | 'out' | 'away') =>
    people.map(({ id, room, entrance, floor, sort, name, birthYear, tags, needsHelp: help }) => ({
      ...{ residentId: id, room, entrance, floor, sort, name, birthYear, state },
      tags: [...tags],
      needsHelp: help,
    }));
  return {
    buildingId,
    compound: label.compound,
    building: label.label,
    at: now,
    people: [...told(list.home, 'home'), ...told(list.out, 'out'), ...told(list.away, 'away')],
    visits: await asViews(tx, doors, list.visits, now),
    holders: await readHolders(tx, doors, label.compoundId),
  };
}

async function asViews(
  tx: AreaTx,
  { places }: GatesDoors,
  visits: readonly Visit[],
  now: number,
): Promise<InsideVisit[]> {
  const ids = [...new Set(visits.flatMap(({ buildingId }) => buildingId ?? []))];
  const labels = await places.buildingLabels(tx, ids);
  const entrances = await entranceLabels(tx, visits);
  const gates = await gateNames(tx);
  const late = new Set(overdueVisits(visits, now).map(({ id }) => id));
  return visits.map(masked).map((visit): InsideVisit => {
    const building = visit.buildingId === null ? undefined : labels.get(visit.buildingId);
    const entrance = visit.entranceId === null ? undefined : entrances.get(visit.entranceId);
    const gate = gates.get(visit.gateId);
    const { id, passageId, kind, outcome, buildingId, room, people, name, phoneTail, plate, gateId } = visit;
    return {
      ...{ id, passageId, kind, outcome, buildingId, room, people, name, phoneTail, plate, gateId },
      place: [building?.compound ?? gate?.compound, building?.label, entrance].filter(Boolean).join(' '),
      gate: gate?.name ?? '',
      enteredAt: visit.enteredAt,
      expectedUntil: visit.expectedUntil,
      late: late.has(id),
    };
  });
}

/** Out of the tables of places. */
async function entranceLabels(tx: AreaTx, visits: readonly Visit[]): Promise<ReadonlyMap<string, string>> {
  const ids = visits.flatMap(({ entranceId }) => entranceId ?? []);
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ id: string; label: string }>`
    select id, label from places.entrance
    where area_id = ${tx.areaId} and id = any(${ids}::uuid[])`.execute(tx.db);
  return new Map(rows.map(({ id, label }) => [id, label]));
}

/** Gates with the compounds they stand in. */
async function gateNames(tx: AreaTx) {
  const { rows } = await sql<{ id: string; name: string; compound: string | null }>`
    select g.id, g.name, c.name as compound from gates.gate g
    left join places.compound c on c.area_id = g.area_id and c.id = g.compound_id
    where g.area_id = ${tx.areaId}`.execute(tx.db);
  return new Map(rows.map((row) => [row.id, row]));
}
