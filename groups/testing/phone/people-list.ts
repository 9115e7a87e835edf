import { type IndexedCard, PeopleIndex } from '#core/people/contract.ts';
import { RowBlock, type Rows } from '#kernel/sync/rows/row-block.ts';
import type { ListedPersonRow } from '../contract.ts';
import { expectedId } from '../domain/expected-id.ts';

/** A listed person under the resident's own id, as the search and the screens take it. */
export type ListedCard = IndexedCard & Pick<ListedPersonRow, 'roundId'>;

/** Round id → its people, ready to be looked up. */
export type PeopleByRound = Map<string, PeopleIndex<ListedCard>>;

/** Takes rows in; one of an id already held replaces it. */
export function loadPeople(lists: PeopleByRound, rows: Rows<ListedPersonRow>): void {
  const roundId = rows instanceof RowBlock ? rows.shared('roundId') : undefined;
  if (rows instanceof RowBlock && typeof roundId === 'string') {
    listOf(lists, roundId).put(rows.identifiedBy<ListedCard>('residentId'));
    return;
  }
  for (const [id, list] of groupByRound(rows)) listOf(lists, id).put(list.map(cardOf));
}

function listOf(lists: PeopleByRound, roundId: string): PeopleIndex<ListedCard> {
  const known = lists.get(roundId);
  if (known) return known;
  const made = new PeopleIndex<ListedCard>();
  lists.set(roundId, made);
  return made;
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
    people.remove([...people.ids()].filter((id) => gone.has(expectedId(roundId, id))));
    if (people.size === 0) lists.delete(roundId);
  }
}

function groupByRound(rows: Iterable<ListedPersonRow>): Map<string, ListedPersonRow[]> {
  const groups = new Map<string, ListedPersonRow[]>();
  for (const row of rows) {
    const list = groups.get(row.roundId);
    if (list) list.push(row);
    else groups.set(row.roundId, [row]);
  }
  return groups;
}
