import type { Finding } from './findings.ts';
import { Matcher } from './match.ts';
import { type Merge, merge } from './merge.ts';
import type { ParsedPerson, ParsedRegister, PersonPlace } from './parsed.ts';
import { placeKey } from './parsed.ts';
import { PlaceIndex } from './place-index.ts';
import { UNREAD_BUILDING } from './read-place.ts';
import type { KnownResident, RegisterSnapshot } from './snapshot.ts';

export interface Counts {
  readonly compounds: number;
  readonly buildings: number;
  readonly households: number;
  readonly residents: number;
}

/** One person of the register beside what is known. */
export interface Entry {
  readonly person: ParsedPerson;
  /** Null: will be created. */
  readonly resident: KnownResident | null;
  readonly merge: Merge | null;
  /** The known resident lives elsewhere by our register: asked, unless he or she waits without an address. */
  readonly moved: 'asked' | 'taken' | null;
  /** The resident was ended; whether he or she is back is asked. */
  readonly ended?: { readonly at: number; readonly reason: string };
}

export interface Preview {
  readonly entries: readonly Entry[];
  readonly vacant: readonly PersonPlace[];
  readonly findings: readonly Finding[];
  readonly created: Counts;
  /** Residents with at least one value taken over. */
  readonly changed: number;
  /** Residents about whom the register says nothing new, asked ones not counted. */
  readonly unchanged: number;
  /** Residents with a question to answer. */
  readonly asked: number;
  /** Known residents of the register's compounds who are not in it. Nobody is ended by an import. */
  readonly absent: readonly KnownResident[];
  readonly rules: ParsedRegister['rules'];
}

/** Sets a register beside what is known. Pure and changes nothing; the same register twice gives no change. */
export function preview(register: ParsedRegister, snapshot: RegisterSnapshot): Preview {
  const places = new PlaceIndex(
    snapshot,
    (key) => key,
    () => null,
  );
  const unread = waitingDwellings(snapshot);
  const matcher = new Matcher(snapshot);
  const entries = register.persons.map((person): Entry => {
    const dwellingId = places.find(person.place);
    const resident = matcher.match(person, dwellingId);
    if (!resident) return formerEntry(person, matcher, dwellingId);
    // Moved by hand from there: this register is the older word.
    const left = dwellingId !== null && resident.movedFrom.includes(dwellingId);
    const elsewhere = !person.place.unread && resident.dwellingId !== dwellingId && !left;
    // A correction is the answer already; so is an address for someone who waits without one.
    const settled = person.movesThere === true || unread.has(resident.dwellingId);
    const moved = elsewhere ? (settled ? 'taken' : 'asked') : null;
    return { person, resident, merge: merge(resident, person.set), moved };
  });
  return {
    entries,
    vacant: register.vacant,
    findings: register.findings,
    rules: register.rules,
    created: countCreated(entries, register.vacant, snapshot),
    changed: entries.filter(isChanged).length,
    unchanged: entries.filter((entry) => entry.resident && !isChanged(entry) && !isAsked(entry)).length,
    asked: entries.filter(isAsked).length,
    absent: absentIn(register, snapshot, matcher),
  };
}

/**
 * Somebody whom the register still names though the entry no longer stands. One who was merged is known under the
 * entry that stands: what nobody knows of it yet is taken over, its other words were decided by hand. One who was ended
 * is asked about. Anybody else is new.
 */
function formerEntry(person: ParsedPerson, matcher: Matcher, dwellingId: string | null): Entry {
  const former = matcher.former(person, dwellingId);
  if (!former) return { person, resident: null, merge: null, moved: null };
  const standing = former.standsAs === null ? undefined : matcher.standing(former.standsAs);
  if (standing)
    return { person, resident: standing, merge: onlyNew(merge(standing, person.set)), moved: null };
  const ended = { at: former.endedAt, reason: former.endReason };
  return { person, resident: former, merge: null, moved: null, ended };
}

function onlyNew({ set, changes }: Merge): Merge {
  const fresh = changes.filter(({ from }) => from === '');
  const names = new Set<string>(fresh.map(({ field }) => field));
  const kept = Object.fromEntries(Object.entries(set).filter(([field]) => names.has(field)));
  return { set: kept, changes: fresh, asks: [], askedSet: {} };
}

export const isChanged = (entry: Entry): boolean =>
  (entry.merge?.changes.length ?? 0) > 0 || entry.moved === 'taken';

export const isAsked = (entry: Entry): boolean =>
  (entry.merge?.asks.length ?? 0) > 0 || entry.moved === 'asked' || entry.ended !== undefined;

function waitingDwellings(snapshot: RegisterSnapshot): ReadonlySet<string> {
  const waiting = new Set(
    snapshot.buildings.filter(({ label }) => label === UNREAD_BUILDING).map(({ id }) => id),
  );
  return new Set(snapshot.dwellings.filter(({ buildingId }) => waiting.has(buildingId)).map(({ id }) => id));
}

function countCreated(
  entries: readonly Entry[],
  vacant: readonly PersonPlace[],
  snapshot: RegisterSnapshot,
): Counts {
  const places = new PlaceIndex(
    snapshot,
    (key) => key,
    () => null,
  );
  const seen = new Set<string>();
  for (const entry of entries) {
    if (entry.resident && entry.moved !== 'taken') continue;
    const key = placeKey(entry.person.place);
    if (!seen.has(key)) places.place(entry.person.place);
    seen.add(key);
  }
  for (const place of vacant) places.dwelling(place);
  const added = places.takeAdded();
  return {
    compounds: added.compounds.length,
    buildings: added.buildings.length,
    households: added.households.length,
    residents: entries.filter((entry) => !entry.resident).length,
  };
}

function absentIn(
  register: ParsedRegister,
  snapshot: RegisterSnapshot,
  matcher: Matcher,
): readonly KnownResident[] {
  const named = new Set(register.persons.map((person) => person.place.compound));
  const compounds = new Set(snapshot.compounds.filter(({ name }) => named.has(name)).map(({ id }) => id));
  const buildings = new Set(
    snapshot.buildings.filter(({ compoundId }) => compounds.has(compoundId)).map(({ id }) => id),
  );
  const dwellings = new Set(
    snapshot.dwellings.filter(({ buildingId }) => buildings.has(buildingId)).map(({ id }) => id),
  );
  return matcher.rest(snapshot.residents).filter(({ dwellingId }) => dwellings.has(dwellingId));
}
