import type { PersonCard } from '#core/people/contract.ts';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import { ProblemError } from '#kernel/problem/problem.ts';
import { loadSettings } from '#kernel/settings/server/store.ts';
import { settingAt } from '#kernel/settings/setting.ts';
import { chinaTime } from '#kernel/time-id/china-time.ts';
import type { Contact, ContactList, Tie } from '../../contract/contact-queries.ts';
import { problems } from '../../contract/problems.ts';
import { settings } from '../../contract/settings.ts';
import { laneTies, strengthOf } from '../../domain/contacts/ties.ts';
import { expectedId } from '../../domain/expected-id.ts';
import type { TestingDoors } from '../doors.ts';
import { laneName } from '../history/names.ts';
import { placeOf } from '../place.ts';
import { getRound } from '../store-rounds.ts';
import {
  findSlotsOf,
  findSwabsAround,
  findSwabsOfCode,
  findSwabsOfPlaces,
  type SwabOfRound,
} from './store.ts';

const MINUTE = 60_000;

const tie = (kind: Tie['kind'], more: Partial<Tie> = {}): Tie => ({
  kind,
  position: null,
  minutes: null,
  where: null,
  ...more,
});

/**
 * Contacts of a tube's people for the epidemiologist: who was in the tube and where in it, who lives with them, who
 * stood at the same lane about the same time. Masked; each tie is told, and one person is one row.
 */
export async function readContacts(
  tx: AreaTx,
  doors: TestingDoors,
  asked: { readonly roundId: string; readonly code: string; readonly residentId?: string | undefined },
): Promise<ContactList> {
  const round = await getRound(tx, asked.roundId);
  const members = await findSwabsOfCode(tx, round.id, asked.code);
  const index = members.filter(({ key }) => asked.residentId === undefined || key === asked.residentId);
  const [first] = index;
  if (!first) throw new ProblemError(problems['no-such-tube']);
  const minutes = settingAt(settings.contactMinutes, await loadSettings(tx), first.at).value;

  const ties = new Map<string, Tie[]>();
  const swabs = new Map<string, SwabOfRound>();
  const add = (key: string, one: Tie, swab?: SwabOfRound) => {
    ties.set(key, [...(ties.get(key) ?? []), one]);
    if (swab && !swabs.has(key)) swabs.set(key, swab);
  };
  for (const [i, member] of members.entries()) add(member.key, tie('tube', { position: i + 1 }), member);
  const cards = await indexCards(tx, doors, index);
  const living = await livingWith(tx, doors, cards);
  for (const { id } of living) add(id, tie('dwelling'));
  const called = await calledWith(tx, doors, round.id, cards);
  for (const { id, slot } of called) add(id, tie('slot', { where: slot }));
  await addLane(tx, round.id, index, minutes, add);

  const people = await cardsOf(tx, doors, [...ties.keys()], swabs, members);
  const elsewhere = [...new Set([...living, ...called].map(({ id }) => id))].filter((id) => !swabs.has(id));
  const places = elsewhere.map((id) => expectedId(round.id, id));
  for (const swab of await findSwabsOfPlaces(tx, places)) swabs.set(swab.key, swab);
  const asIndex = new Set(index.map(({ key }) => key));
  const rows = [...ties].map(([key, own]) =>
    rowOf(key, own, people.get(key), swabs.get(key), asIndex.has(key)),
  );
  return {
    round: { id: round.id, name: round.name },
    code: asked.code,
    minutes,
    contacts: rows.sort(byStrength).map(({ contact }) => contact),
  };
}

async function indexCards(
  tx: AreaTx,
  { people }: TestingDoors,
  index: readonly SwabOfRound[],
): Promise<readonly PersonCard[]> {
  const ids = index.flatMap(({ residentId }) => residentId ?? []);
  return [...(await people.residentsByIds(tx, ids)).values()];
}

/** Living people of the same dwellings, those in question left out. */
async function livingWith(
  tx: AreaTx,
  { people }: TestingDoors,
  cards: readonly PersonCard[],
): Promise<readonly PersonCard[]> {
  const ids = cards.map(({ id }) => id);
  const buildingIds = [...new Set(cards.map(({ buildingId }) => buildingId))];
  const dwellings = new Set(cards.map(({ dwellingId }) => dwellingId));
  const neighbours = await people.residentsInScope(tx, { compoundIds: [], buildingIds });
  return neighbours.filter(({ id, dwellingId }) => dwellings.has(dwellingId) && !ids.includes(id));
}

/** People of households called in the same slot, with when it was; a household elsewhere called was not beside them. */
async function calledWith(
  tx: AreaTx,
  { people }: TestingDoors,
  roundId: string,
  cards: readonly PersonCard[],
): Promise<readonly { readonly id: string; readonly slot: string }[]> {
  const own = new Set(cards.map(({ id }) => id));
  const slots = await findSlotsOf(
    tx,
    roundId,
    cards.map(({ householdId }) => householdId),
  );
  const buildingIds = [...new Set(slots.flatMap((slot) => slot.buildingIds))];
  const neighbours = await people.residentsInScope(tx, { compoundIds: [], buildingIds });
  return slots.flatMap(({ startsAt, endsAt, householdIds }) => {
    const households = new Set(householdIds);
    const slot = `${clock(startsAt)}–${clock(endsAt)}`;
    return neighbours.flatMap(({ id, householdId, away }) =>
      households.has(householdId) && !away && !own.has(id) ? [{ id, slot }] : [],
    );
  });
}

/** `08:20` */
const clock = (at: number): string => chinaTime(at).slice(11, 16);

async function addLane(
  tx: AreaTx,
  roundId: string,
  index: readonly SwabOfRound[],
  minutes: number,
  add: (key: string, one: Tie, swab: SwabOfRound) => void,
): Promise<void> {
  const times = index.map(({ at }) => at);
  const around = await findSwabsAround(tx, roundId, {
    laneIds: [...new Set(index.map(({ laneId }) => laneId))],
    from: Math.min(...times) - minutes * MINUTE,
    until: Math.max(...times) + minutes * MINUTE,
  });
  const own = new Set(index.map(({ key }) => key));
  const bySample = new Map(around.map((swab) => [`${swab.key}/${swab.laneId}`, swab]));
  for (const [key, { laneId, minutes: apart }] of laneTies(around, index, minutes)) {
    const swab = bySample.get(`${key}/${laneId}`);
    if (swab && !own.has(key)) add(key, tie('lane', { minutes: apart, where: laneName(swab) }), swab);
  }
}

async function cardsOf(
  tx: AreaTx,
  { people }: TestingDoors,
  keys: readonly string[],
  swabs: ReadonlyMap<string, SwabOfRound>,
  members: readonly SwabOfRound[],
): Promise<ReadonlyMap<string, PersonCard>> {
  const unknown = new Set(
    [...swabs.values(), ...members].filter(({ residentId }) => residentId === null).map(({ key }) => key),
  );
  return people.residentsByIds(
    tx,
    keys.filter((key) => !unknown.has(key)),
  );
}

interface Ranked {
  readonly rank: number;
  readonly sort: string;
  readonly contact: Contact;
}

function rowOf(
  key: string,
  ties: readonly Tie[],
  card: PersonCard | undefined,
  swab: SwabOfRound | undefined,
  index: boolean,
): Ranked {
  const position = ties.find(({ kind }) => kind === 'tube')?.position;
  return {
    rank: index ? -1 : strengthOf(ties),
    // Members by their place in the tube, the others by address.
    sort: position == null ? (card?.sort ?? '') : String(position).padStart(4, '0'),
    contact: {
      residentId: card?.id ?? swab?.residentId ?? null,
      key,
      name: card?.nameMask ?? null,
      place: card ? placeOf(card) : null,
      phone: card?.phoneMask ?? null,
      index,
      ties: [...ties],
      at: swab?.at ?? null,
      tubeCode: swab?.tubeCode ?? null,
    },
  };
}

const byStrength = (a: Ranked, b: Ranked): number =>
  a.rank - b.rank || (a.sort < b.sort ? -1 : a.sort > b.sort ? 1 : a.contact.key < b.contact.key ? -1 : 1);
