import type { PlacesReader } from '#core/places/contract.ts';
import type { NoticeDoor } from '#core/privacy/contract.ts';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import { cleanChanges } from '../domain/clean-changes.ts';
import type { PeopleCommand } from '../domain/decide.ts';
import { PlaceBook } from '../domain/place-book.ts';
import { PeopleState } from '../domain/state.ts';
import { findKnownDiscrepancies } from './discrepancies.ts';
import { findHouseholds, findMappings, findResidents, findResidentsOfHouseholds } from './store.ts';
import { findMerges, findRequests } from './store-by-hand.ts';
import { blindsOf, residentTools } from './tools.ts';

/** What the commands of a batch name. */
interface Named {
  readonly residents: Set<string>;
  readonly households: Set<string>;
  readonly dwellings: Set<string>;
  /** Dwellings whose households are wanted. */
  readonly homes: Set<string>;
  /** Households whose members are wanted. */
  readonly members: Set<string>;
  readonly merges: Set<string>;
  readonly discrepancies: Set<string>;
  readonly requests: Set<string>;
}

/** A handful of queries, whatever the number of commands; what a rare kind needs is asked for only when it is there. */
export async function loadPeople(
  tx: AreaTx,
  reader: PlacesReader,
  commands: readonly PeopleCommand[],
  notice?: NoticeDoor,
): Promise<PeopleState> {
  const imports = commands.flatMap((c) => (c.kind === 'people.import-rows' ? [c.body] : []));
  const book = imports.length > 0 ? new PlaceBook(await reader.livingPlaces(tx)) : null;
  const named = idsNamed(commands);
  for (const body of imports) {
    const resolved = book?.resolve(body.places);
    for (const { id, householdId, dwellingId } of body.residents) {
      named.residents.add(id);
      named.households.add(householdId);
      named.homes.add(resolved?.idFor(dwellingId) ?? dwellingId);
    }
    for (const { id, dwellingId } of body.places.households) {
      named.households.add(id);
      named.homes.add(resolved?.idFor(dwellingId) ?? dwellingId);
    }
  }
  const labels = await reader.dwellingLabels(tx, [...named.dwellings]);
  const state = new PeopleState(residentTools(tx), labels, book);
  const enters = imports.length > 0 || commands.some(({ kind }) => kind === 'people.add-resident');
  if (notice && enters) state.noticeConfirmed = await notice.confirmed(tx);
  await loadPapers(tx, state, named);
  await loadResidents(tx, state, named, blindsNamed(tx, commands));
  state.households.load(await findHouseholds(tx, [...named.households], [...named.homes]));
  if (commands.some(({ kind }) => kind.endsWith('-import-mapping')))
    state.mappings.load(await findMappings(tx));
  return state;
}

/** Merges, requests and contradictions; whom they are about is loaded with the residents. */
async function loadPapers(tx: AreaTx, state: PeopleState, named: Named): Promise<void> {
  state.merges.load(await findMerges(tx, [...named.merges]));
  for (const { keptId, mergedId } of state.merges.all()) named.residents.add(keptId).add(mergedId);
  state.requests.load(await findRequests(tx, [...named.requests]));
  for (const { residentId } of state.requests.all()) named.residents.add(residentId);
  for (const found of await findKnownDiscrepancies(tx, [...named.discrepancies])) {
    state.discrepancies.set(found.id, found);
    for (const id of [found.subjects.residentId, found.subjects.otherResidentId]) {
      if (id !== undefined) named.residents.add(id);
    }
  }
}

/** Those named, the members of households, and whoever stands for a merged one. */
async function loadResidents(
  tx: AreaTx,
  state: PeopleState,
  named: Named,
  blinds: readonly string[],
): Promise<void> {
  state.residents.load(await findResidents(tx, [...named.residents], blinds));
  state.residents.load(await findResidentsOfHouseholds(tx, [...named.members]));
  let standing = standingFor(state);
  while (standing.length > 0) {
    state.residents.load(await findResidents(tx, standing, []));
    standing = standingFor(state);
  }
  // An ended entry that comes back meets whoever bears its number now.
  const ended = [...state.residents.all()].flatMap((row) =>
    row.endedAt !== null && row.mergedInto === null && row.idBlind !== null ? [row.idBlind] : [],
  );
  if (ended.length > 0) state.residents.load(await findResidents(tx, [], ended));
  for (const row of state.residents.all()) named.households.add(row.householdId);
}

const standingFor = (state: PeopleState): string[] =>
  [...state.residents.all()].flatMap(({ mergedInto }) =>
    mergedInto !== null && !state.residents.get(mergedInto) ? [mergedInto] : [],
  );

function idsNamed(commands: readonly PeopleCommand[]): Named {
  const named: Named = {
    residents: new Set(),
    households: new Set(),
    dwellings: new Set(),
    homes: new Set(),
    members: new Set(),
    merges: new Set(),
    discrepancies: new Set(),
    requests: new Set(),
  };
  for (const { body } of commands) {
    if ('residentId' in body) named.residents.add(body.residentId);
    if ('otherId' in body) named.residents.add(body.otherId);
    if ('householdId' in body) named.households.add(body.householdId);
    if ('dwellingId' in body) named.dwellings.add(body.dwellingId);
    if ('discrepancyId' in body && body.discrepancyId) named.discrepancies.add(body.discrepancyId);
    if ('requestId' in body) named.requests.add(body.requestId);
    if ('mergeId' in body) named.merges.add(body.mergeId);
  }
  for (const command of commands) nameByHand(named, command);
  return named;
}

/** What a command of the desk names beside what all commands call alike. */
function nameByHand(named: Named, { kind, body }: PeopleCommand): void {
  switch (kind) {
    case 'people.move-household':
    case 'people.end-household':
      named.members.add(body.householdId);
      return;
    case 'people.split-household':
      named.households.add(body.newHouseholdId);
      named.members.add(body.householdId);
      for (const id of body.residentIds) named.residents.add(id);
      return;
    case 'people.join-households':
      named.households.add(body.keptId).add(body.joinedId);
      named.members.add(body.joinedId);
      return;
    case 'people.merge-residents':
      named.residents.add(body.keptId).add(body.mergedId);
      return;
    default:
      return;
  }
}

/** Blind indexes of the identity numbers that commands set, to see who has them already. */
function blindsNamed(tx: AreaTx, commands: readonly PeopleCommand[]): string[] {
  const blinds: string[] = [];
  for (const { body, at } of commands) {
    if (!('set' in body)) continue;
    for (const kind of [null, 'other'] as const) {
      const cleaned = cleanChanges(body.set, kind, at);
      if ('set' in cleaned && typeof cleaned.set.idNumber === 'string') {
        blinds.push(...blindsOf(tx, 'idNumber', cleaned.set.idNumber));
      }
    }
  }
  return blinds;
}
