import type { ImportedResident, ImportRowsBody } from '../domain/import/rows.ts';
import { canVolunteer, type DemoPerson, demoHousehold } from './demo-households.ts';
import type { Chance } from './demo-names.ts';
import { DemoNumbers } from './demo-numbers.ts';
import { type DemoCompound, demoPlaces } from './demo-places.ts';
import type { Ids } from './small-area.ts';

export interface DemoHelper {
  readonly residentId: string;
  readonly name: string;
  readonly phone: string;
}

export interface DemoRegister {
  /** Bodies of `people.import-rows`, in order. */
  readonly chunks: readonly ImportRowsBody[];
  /** Residents fit for voluntary work. */
  readonly helpers: readonly DemoHelper[];
  readonly buildings: ImportRowsBody['places']['buildings'];
}

/** Rows of one chunk; a household is never torn. */
const CHUNK = 450;

interface Home {
  readonly place: DemoCompound;
  readonly dwelling: DemoCompound['dwellings'][number];
  readonly householdId: string;
  readonly residents: readonly ImportedResident[];
}

/** The register of 清源居民区: the same for the same ids and chance. */
export function demoRegister(ids: Ids, chance: Chance): DemoRegister {
  const numbers = new DemoNumbers(chance);
  const places = demoPlaces(ids, chance);
  const helpers: DemoHelper[] = [];
  const homes = places.flatMap((place) =>
    place.dwellings.map((dwelling): Home => {
      const householdId = ids.next();
      const residents = demoHousehold(chance, numbers).map((person) => {
        const id = ids.next();
        addHelper(helpers, id, person);
        return { id, householdId, dwellingId: dwelling.id, set: person, agreed: [] };
      });
      return { place, dwelling, householdId, residents };
    }),
  );
  const importId = ids.next();
  const groups = inChunks(homes);
  const chunks = groups.map((group, chunk) => chunkOf(group, { importId, chunk, chunks: groups.length }));
  return { chunks, helpers, buildings: places.flatMap((place) => place.buildings) };
}

function addHelper(helpers: DemoHelper[], residentId: string, person: DemoPerson): void {
  const { name, phone } = person;
  if (phone !== undefined && canVolunteer(person)) helpers.push({ residentId, name, phone });
}

function inChunks(homes: readonly Home[]): Home[][] {
  const groups: Home[][] = [];
  let rows = CHUNK;
  for (const home of homes) {
    rows += home.residents.length;
    const current = groups.at(-1);
    if (current && rows <= CHUNK) current.push(home);
    else {
      groups.push([home]);
      rows = home.residents.length;
    }
  }
  return groups;
}

function chunkOf(homes: readonly Home[], head: Omit<ImportRowsBody, 'places' | 'residents'>): ImportRowsBody {
  const places = [...new Set(homes.map((home) => home.place))];
  const buildings = new Set(homes.map((home) => home.dwelling.buildingId));
  const within = <Row extends { readonly buildingId: string }>(rows: readonly Row[]) =>
    rows.filter((row) => buildings.has(row.buildingId));
  return {
    ...head,
    places: {
      addressRules: places.map((place) => place.rule),
      compounds: places.map((place) => place.compound),
      buildings: places.flatMap((place) => place.buildings.filter((row) => buildings.has(row.id))),
      entrances: places.flatMap((place) => within(place.entrances)),
      dwellings: homes.map((home) => home.dwelling),
      households: homes.map(({ householdId, dwelling }) => ({ id: householdId, dwellingId: dwelling.id })),
    },
    residents: homes.flatMap((home) => home.residents),
  };
}
