import type { PlaceIndexRows } from '#core/places/contract.ts';
import type { ImportRowsBody } from '../domain/import/rows.ts';
import { demoHousehold } from './demo-households.ts';
import type { Chance } from './demo-names.ts';
import { DemoNumbers } from './demo-numbers.ts';
import { practiceName } from './practice-names.ts';
import type { Ids } from './small-area.ts';

/** A small register: enough for a morning at two lanes, ready in a moment. */
const BUILDINGS = 6;
const PER_BUILDING = 20;
const FEW_ROOMS = 8;
const MOST_PEOPLE = 320;

type Places = ImportRowsBody['places'];
interface Home {
  readonly label: string;
  readonly rooms: readonly { readonly room: string; readonly floor: number | null }[];
}

export interface PracticeRegister {
  /** The body of one `people.import-rows`. */
  readonly body: ImportRowsBody;
  readonly compoundId: string;
}

/**
 * About 300 people of clearly invented names in up to six buildings of the area's first compound, with its own name,
 * labels and rooms; before there is one, in a compound of the practice's own. Nothing of a person is read.
 */
export function practiceRegister(places: PlaceIndexRows, ids: Ids, chance: Chance): PracticeRegister {
  const { name, rule, homes } = modelOf(places);
  const numbers = new DemoNumbers(chance);
  const addressRules: Places['addressRules'] = rule ? [{ ...rule, id: ids.next() }] : [];
  const compoundId = ids.next();
  const buildings: Places['buildings'] = [];
  const dwellings: Places['dwellings'] = [];
  const households: Places['households'] = [];
  const residents: ImportRowsBody['residents'] = [];
  for (const { label, rooms } of homes) {
    const buildingId = ids.next();
    buildings.push({ id: buildingId, compoundId, label });
    for (const { room, floor } of rooms) {
      const people = demoHousehold(chance, numbers);
      if (residents.length + people.length > MOST_PEOPLE) break;
      const [dwellingId, householdId] = [ids.next(), ids.next()];
      dwellings.push({ id: dwellingId, buildingId, entranceId: null, room, floor });
      households.push({ id: householdId, dwellingId });
      for (const person of people) {
        const set = { ...person, name: practiceName(residents.length) };
        residents.push({ id: ids.next(), householdId, dwellingId, set, agreed: [] });
      }
    }
  }
  const compounds = [{ id: compoundId, name, addressRuleId: addressRules[0]?.id ?? null }];
  const body = {
    importId: ids.next(),
    chunk: 0,
    chunks: 1,
    places: { addressRules, compounds, buildings, entrances: [], dwellings, households },
    residents,
  };
  return { body, compoundId };
}

interface Model {
  readonly name: string;
  readonly rule: Omit<Places['addressRules'][number], 'id'> | null;
  readonly homes: readonly Home[];
}

function modelOf({ compounds, buildings, dwellings, addressRules }: PlaceIndexRows): Model {
  const compound = compounds.find((one) => buildings.some((building) => building.compoundId === one.id));
  if (!compound) return { name: '练习小区', rule: null, homes: madeUpHomes() };
  const saved = addressRules.find((rule) => rule.id === compound.addressRuleId);
  const homes = buildings
    .filter((building) => building.compoundId === compound.id)
    .slice(0, BUILDINGS)
    .map(({ id, label }) => ({ label, rooms: roomsOf(dwellings, id) }));
  return {
    name: compound.name,
    rule: saved ? { name: saved.name, rule: saved.rule as Record<string, unknown> } : null,
    homes,
  };
}

/** A building of which hardly a room is entered yet gets those of an old house. */
function roomsOf(dwellings: PlaceIndexRows['dwellings'], buildingId: string): Home['rooms'] {
  const rooms = new Map(
    dwellings.filter((d) => d.buildingId === buildingId).map(({ room, floor }) => [room, { room, floor }]),
  );
  return rooms.size < FEW_ROOMS ? oldHouse() : [...rooms.values()].slice(0, PER_BUILDING);
}

const madeUpHomes = (): Home[] =>
  Array.from({ length: BUILDINGS }, (_, i) => ({ label: `${i + 1}号`, rooms: oldHouse() }));

const oldHouse = (): { room: string; floor: number }[] =>
  Array.from({ length: PER_BUILDING }, (_, i) => {
    const floor = Math.floor(i / 4) + 1;
    return { floor, room: `${floor}0${(i % 4) + 1}` };
  });
