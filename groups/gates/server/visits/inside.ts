import { sql } from 'kysely';
import type { PersonCard } from '#core/people/contract.ts';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import { loadSettings } from '#kernel/settings/server/store.ts';
import { settingAt } from '#kernel/settings/setting.ts';
import type { InsideView } from '../../contract/visit-queries.ts';
import { visitSettings } from '../../contract/visit-settings.ts';
import { countInside, NOBODY, visitorsBy } from '../../domain/visits/inside.ts';
import { overdueOutings, overdueVisits } from '../../domain/visits/overdue.ts';
import { type Outing, whoIsOut } from '../../domain/visits/who-is-out.ts';
import type { GatesDoors } from '../doors.ts';
import { holdersInside, residentsOut, visitsInside } from './store.ts';

/** A resident who is out and is not away besides: whoever is away is not waited for. */
export interface OutNow {
  readonly outing: Outing;
  readonly card: PersonCard;
}

export async function outNow(tx: AreaTx, { people }: GatesDoors): Promise<OutNow[]> {
  const outings = whoIsOut(await residentsOut(tx));
  const cards = await people.residentsByIds(tx, [...outings.keys()]);
  return [...outings.values()].flatMap((outing) => {
    const card = cards.get(outing.residentId);
    return card && card.endedAt === null && !card.away ? [{ outing, card }] : [];
  });
}

/** Who is inside now, building by building. @param now epoch ms */
export async function readInside(tx: AreaTx, doors: GatesDoors, now: number): Promise<InsideView> {
  const compounds = await livingCompounds(tx);
  const compoundIds = [...compounds.keys()];
  const buildings = await doors.places.buildingsInScope(tx, { compoundIds, buildingIds: [] });
  const registered = await doors.people.countsByBuilding(tx, { compoundIds, buildingIds: [] });
  const out = await outNow(tx, doors);
  const visits = await visitsInside(tx);
  const outIn = new Map<string, number>();
  for (const { card } of out) outIn.set(card.buildingId, (outIn.get(card.buildingId) ?? 0) + 1);
  const counts = countInside(registered, outIn, visits);
  const named = (sums: ReadonlyMap<string, number>) =>
    [...sums].map(([compoundId, sum]) => ({ compoundId, compound: compounds.get(compoundId) ?? '', sum }));
  const longest = settingAt(visitSettings.outLongest, await loadSettings(tx), now).value;
  return {
    at: now,
    buildings: buildings.map(({ id, compoundId, compound, label }) => ({
      buildingId: id,
      compoundId,
      compound,
      building: label,
      ...(counts.get(id) ?? NOBODY),
    })),
    elsewhere: named(
      visitorsBy(visits, (visit) => (visit.buildingId === null ? visit.compoundId : null)),
    ).map(({ sum: visitors, ...one }) => ({ ...one, visitors })),
    holders: named(await holdersByCompound(tx)).map(({ sum: people, ...one }) => ({ ...one, people })),
    late: {
      visits: overdueVisits(visits, now).length,
      out: overdueOutings(
        out.map(({ outing }) => outing),
        longest,
        now,
      ).length,
    },
  };
}

/** Out of the tables of places, in address order. */
async function livingCompounds(tx: AreaTx): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from places.compound where area_id = ${tx.areaId} and ended_at is null order by sort`.execute(
    tx.db,
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}

async function holdersByCompound(tx: AreaTx): Promise<ReadonlyMap<string, number>> {
  const byGate = await holdersInside(tx);
  if (byGate.size === 0) return new Map();
  const { rows } = await sql<{ id: string; compoundId: string }>`
    select id, compound_id from gates.gate where area_id = ${tx.areaId}`.execute(tx.db);
  const sums = new Map<string, number>();
  for (const { id, compoundId } of rows) {
    const count = byGate.get(id) ?? 0;
    if (count > 0) sums.set(compoundId, (sums.get(compoundId) ?? 0) + count);
  }
  return sums;
}
