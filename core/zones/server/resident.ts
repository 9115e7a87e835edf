import { sql } from 'kysely';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import { said } from '#kernel/ui/text.ts';
import type { PositiveSource } from '../contract/positives.ts';
import type {
  ResidentChoice,
  ResidentLines,
  ResidentPlace,
  ResidentView,
  ResidentWords,
} from '../contract/resident.ts';
import { plannedSteps } from '../domain/propose.ts';
import { statusAt } from '../domain/status-at.ts';
import { residentText } from '../messages/resident.ts';
import { loadKnown } from './known.ts';

/** What zones says itself: what a status is everywhere. What the area's numbers decide is said by who keeps them. */
const ownWords: ResidentWords = {
  words: async (_tx, { status }) => ({
    may: [said(residentText, `${status}.may`)],
    must: status === 'normal' ? [] : [{ what: said(residentText, `${status}.must`), when: null }],
  }),
};

/**
 * What the residents' page says of a building or an entrance.
 * @param modules who has something to say, in the order it is read
 * @param now epoch ms
 * @returns null where no such place stands
 */
export async function readResidentView(
  tx: AreaTx,
  modules: readonly ResidentWords[],
  sources: readonly PositiveSource[],
  placeId: string,
  now: number,
): Promise<ResidentView | null> {
  const place = await findPlace(tx, placeId);
  if (!place) return null;
  const { known, statuses, answers } = await loadKnown(tx, sources, now);
  const { status, declared } = statusAt(statuses, place.path, now);
  const step = plannedSteps({ ...known, statuses, answers }, now).find(({ row }) => row === declared);
  const apart = place.entrances.filter(
    ({ id }) => statusAt(statuses, [id, ...place.path], now).status !== status,
  );
  return {
    ...(await allWords(tx, [...modules, ownWords], { path: place.path, status }, now)),
    place: place.name,
    status,
    since: declared?.from ?? null,
    // Overdue it waits for somebody's decision: a date that has passed would promise what nobody has said.
    step: step && step.due > now ? { to: step.to, due: step.due } : null,
    apart,
  };
}

async function allWords(
  tx: AreaTx,
  modules: readonly ResidentWords[],
  place: ResidentPlace,
  now: number,
): Promise<ResidentLines> {
  const told: ResidentLines[] = [];
  for (const module of modules) told.push(await module.words(tx, place, now));
  return { may: told.flatMap(({ may }) => may), must: told.flatMap(({ must }) => must) };
}

interface FoundPlace {
  readonly name: string;
  readonly path: readonly string[];
  /** Of a building; empty for an entrance. */
  readonly entrances: readonly { readonly id: string; readonly label: string }[];
}

async function findPlace(tx: AreaTx, placeId: string): Promise<FoundPlace | null> {
  const { rows } = await sql<{
    compoundId: string;
    compound: string;
    buildingId: string;
    building: string;
    entranceId: string | null;
    entrance: string | null;
  }>`
    select c.id as compound_id, c.name as compound, b.id as building_id, b.label as building,
      e.id as entrance_id, e.label as entrance
    from places.building b
    join places.compound c on c.area_id = b.area_id and c.id = b.compound_id
    left join places.entrance e on e.area_id = b.area_id and e.building_id = b.id and e.ended_at is null
    where b.area_id = ${tx.areaId} and b.ended_at is null and (b.id = ${placeId}::uuid or e.id = ${placeId}::uuid)
    order by e.sort`.execute(tx.db);
  const [first] = rows;
  if (!first) return null;
  const building = {
    name: `${first.compound} ${first.building}`,
    path: [first.buildingId, first.compoundId],
  };
  if (first.buildingId !== placeId) {
    return { name: `${building.name} ${first.entrance}`, path: [placeId, ...building.path], entrances: [] };
  }
  const entrances = rows.flatMap(({ entranceId: id, entrance: label }) =>
    id !== null && label !== null ? [{ id, label }] : [],
  );
  return { ...building, entrances };
}

/** Living compounds and buildings in address order, to choose one's own from. */
export async function readResidentChoices(tx: AreaTx): Promise<readonly ResidentChoice[]> {
  const { rows } = await sql<{ compound: string; id: string; label: string }>`
    select c.name as compound, b.id, b.label from places.compound c
    join places.building b on b.area_id = c.area_id and b.compound_id = c.id and b.ended_at is null
    where c.area_id = ${tx.areaId} and c.ended_at is null order by c.sort, c.id, b.sort, b.id`.execute(tx.db);
  const choices = new Map<string, { id: string; label: string }[]>();
  for (const { compound, id, label } of rows) {
    choices.set(compound, [...(choices.get(compound) ?? []), { id, label }]);
  }
  return [...choices].map(([compound, buildings]) => ({ compound, buildings }));
}
