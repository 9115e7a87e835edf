import type { PlaceScope } from '#core/places/contract.ts';
import type { QueryContext } from '#kernel/query/context.ts';
import type { Language } from '#kernel/ui/language.ts';
import type { LineReading } from './lines.ts';
import type { PersonCard } from './rows.ts';

type Tx = QueryContext['tx'];

/** Whom a reader asks for: the union of its parts, each person once; all empty means nobody. */
export interface PeopleScope extends PlaceScope {
  readonly entranceIds?: readonly string[];
  /** Buildings of which only the dwellings that belong to no entrance are meant. */
  readonly looseBuildingIds?: readonly string[];
  /** People by name, wherever they live. */
  readonly residentIds?: readonly string[];
  /** Everybody of these households. */
  readonly householdIds?: readonly string[];
}

/** A living person and what his or her dwelling lies in: enough for rules that go by household and zone. */
export interface PersonPlace {
  readonly residentId: string;
  readonly householdId: string;
  readonly compoundId: string;
  readonly buildingId: string;
  readonly entranceId: string | null;
}

/** Somebody in full: name and numbers as the register has them, null where it has none. */
export interface FullPerson {
  readonly name: string;
  readonly idNumber: string | null;
  readonly phone: string | null;
}

/** A look at many people at once, as another module keeps it, for the looked-at list. */
export interface ListLookView {
  readonly id: string;
  readonly at: number;
  readonly actorId: string;
  /** Whose: in words, e.g. `4月17日第一轮 全部采样记录`. */
  readonly whom: string;
  /** What was done: in words. */
  readonly what: string;
  readonly people: number;
  readonly reason: string;
}

/** Where another module keeps such looks; listed where the module is mounted. */
export interface LookSource {
  /** Latest first. @param before epoch ms; null for the latest. @param actorId of one looker */
  looks(
    tx: Tx,
    asked: { readonly before: number | null; readonly limit: number; readonly actorId?: string | undefined },
    language: Language,
  ): Promise<readonly ListLookView[]>;
}

/** What other modules may read of people; implemented in `server/reader.ts`, handed over by the composition root. */
export interface PeopleReader {
  /** Unknown ids are left out; ended persons are in. */
  residentsByIds(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, PersonCard>>;
  /**
   * Names and numbers in full; unknown ids are left out. Only behind a look: a command with a reason, written before
   * and listed in the looked-at list. Ten thousand take well under a second.
   */
  fullByIds(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, FullPerson>>;
  /** Living persons of the scope in address order, away ones too. */
  residentsInScope(tx: Tx, scope: PeopleScope): Promise<readonly PersonCard[]>;
  /** Of these ids those of living persons within the scope. */
  amongScope(tx: Tx, scope: PeopleScope, ids: readonly string[]): Promise<ReadonlySet<string>>;
  /** Whom the lines of a pasted list mean (`3号402 王小明`, an identity number …), one reading each, in order. */
  readLines(tx: Tx, lines: readonly string[]): Promise<readonly LineReading[]>;
  /** For a sync source: ids of persons whose card changed after `since`, by a label of their address too; ended ones too. */
  changedSince(tx: Tx, since: number): Promise<readonly string[]>;
  /** Numbers of living persons, for a call-up plan: building id → persons present and away. */
  countsByBuilding(
    tx: Tx,
    scope: PeopleScope,
  ): Promise<ReadonlyMap<string, { readonly present: number; readonly away: number }>>;
  /**
   * Finding someone by identity number offline: opens the numbers on the server and gives resident id →
   * `identityHash(key, number)`, hex of the first `bytes` bytes of HMAC-SHA-256. Persons without a number are left
   * out. Ten thousand take well under a second.
   * @param key 32 bytes, made for one duty: `tx.keys.derive('testing.round/<id>')`
   */
  identityHashes(
    tx: Tx,
    residentIds: readonly string[],
    key: Uint8Array,
    bytes: number,
  ): Promise<ReadonlyMap<string, string>>;
  /** Exact look-up through the blind index, for a desk that typed a whole number; living persons only. */
  findByIdNumber(tx: Tx, idNumber: string): Promise<PersonCard | null>;
  /** Of these ids those merged into another: → the id that stands for them. */
  standingIds(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Ids that were merged into these, directly or by way of others: a card printed before still says the old one. */
  mergedIds(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>>;
  /** These living persons and whoever lives in these households, in no order; for rules asked at every step of a gate. */
  livingPlaces(
    tx: Tx,
    who: { readonly residentIds: readonly string[]; readonly householdIds: readonly string[] },
  ): Promise<readonly PersonPlace[]>;
  /** → the household each belongs to; unknown ids are left out. */
  householdsOf(tx: Tx, residentIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** All living persons with that phone (a family often shares one). */
  findByPhone(tx: Tx, phone: string): Promise<readonly PersonCard[]>;
}
