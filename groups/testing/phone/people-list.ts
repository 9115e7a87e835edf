import { serialOf } from '#core/codes/contract.ts';
import { type PersonCard, PersonSearch } from '#core/people/contract.ts';
import type { ListedPersonRow } from '../contract.ts';
import { expectedId } from '../domain/expected-id.ts';

/** A listed person under the resident's own id, as the search and the screens take it. */
export type ListedCard = PersonCard & Pick<ListedPersonRow, 'roundId' | 'identityHash' | 'alsoIds'>;

/** Everything a phone knows of one round's people, ready to be looked up. */
export interface RoundPeople {
  readonly byId: Map<string, ListedCard>;
  /** By the serial of the person's code; two people may share one. */
  readonly bySerial: Map<string, ListedCard[]>;
  readonly byIdentityHash: Map<string, ListedCard[]>;
  readonly byHousehold: Map<string, ListedCard[]>;
  readonly search: PersonSearch<ListedCard>;
}

/** Round id → its people. */
export type PeopleByRound = Map<string, RoundPeople>;

/** Takes rows in; one of an id already held replaces it. */
export function loadPeople(lists: PeopleByRound, rows: readonly ListedPersonRow[]): void {
  for (const [roundId, list] of groupByRound(rows)) {
    const people = lists.get(roundId) ?? emptyPeople();
    lists.set(roundId, people);
    const cards = list.map(cardOf);
    for (const card of cards) {
      forget(people, card.id);
      people.byId.set(card.id, card);
      for (const serial of serialsOf(card)) add(people.bySerial, serial, card);
      if (card.identityHash !== null) add(people.byIdentityHash, card.identityHash, card);
      add(people.byHousehold, card.householdId, card);
    }
    people.search.put(cards);
  }
}

/** Field by field: 25,000 copies with one field left out took a slow phone a second. */
function cardOf(row: ListedPersonRow): ListedCard {
  const card: ListedCard = {
    id: row.residentId,
    roundId: row.roundId,
    householdId: row.householdId,
    dwellingId: row.dwellingId,
    buildingId: row.buildingId,
    compoundId: row.compoundId,
    compound: row.compound,
    building: row.building,
    entrance: row.entrance,
    room: row.room,
    floor: row.floor,
    sort: row.sort,
    nameMask: row.nameMask,
    pinyin: row.pinyin,
    initials: row.initials,
    birthYear: row.birthYear,
    sex: row.sex,
    tags: row.tags,
    away: row.away,
    awayReason: row.awayReason,
    registeredElsewhere: row.registeredElsewhere,
    phoneMask: row.phoneMask,
    endedAt: row.endedAt,
    version: row.version,
    identityHash: row.identityHash,
  };
  return row.alsoIds ? { ...card, alsoIds: row.alsoIds } : card;
}

/** Rows leave by the id of their place on the list; a list is short enough to look through. */
export function removePeople(lists: PeopleByRound, ids: readonly string[]): void {
  const gone = new Set(ids);
  for (const [roundId, people] of lists) {
    for (const card of [...people.byId.values()]) {
      if (!gone.has(expectedId(roundId, card.id))) continue;
      forget(people, card.id);
      people.search.remove([card.id]);
    }
    if (people.byId.size === 0) lists.delete(roundId);
  }
}

function forget(people: RoundPeople, residentId: string): void {
  const known = people.byId.get(residentId);
  if (!known) return;
  people.byId.delete(residentId);
  for (const serial of serialsOf(known)) drop(people.bySerial, serial, residentId);
  if (known.identityHash !== null) drop(people.byIdentityHash, known.identityHash, residentId);
  drop(people.byHousehold, known.householdId, residentId);
}

/** Of the card printed now, and of those printed before entries were merged. */
const serialsOf = ({ id, alsoIds = [] }: ListedCard): string[] => [id, ...alsoIds].map(serialOf);

const emptyPeople = (): RoundPeople => ({
  byId: new Map(),
  bySerial: new Map(),
  byIdentityHash: new Map(),
  byHousehold: new Map(),
  search: new PersonSearch<ListedCard>(),
});

function groupByRound(rows: readonly ListedPersonRow[]): Map<string, ListedPersonRow[]> {
  const groups = new Map<string, ListedPersonRow[]>();
  for (const row of rows) add(groups, row.roundId, row);
  return groups;
}

function add<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

function drop(map: Map<string, ListedCard[]>, key: string, residentId: string): void {
  const left = (map.get(key) ?? []).filter((card) => card.id !== residentId);
  if (left.length > 0) map.set(key, left);
  else map.delete(key);
}
