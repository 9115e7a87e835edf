import type { DoorPlace, DoorReason } from '../../contract/call-up-rows.ts';

/** Somebody awaited, as far as calling up needs: no name, no number. */
export interface CallUpPerson extends DoorPlace {
  readonly residentId: string;
  readonly householdId: string;
  readonly buildingId: string;
  /** Address order as plain text order. */
  readonly sort: string;
  readonly birthYear: number | null;
  readonly tags: readonly string[];
  /** The zone of the entrance or building is locked down. */
  readonly sealed: boolean;
  /** Sampled in this round already. */
  readonly sampled: boolean;
}

/** A household of awaited people; it is called up as one, and never split. */
export interface CallUpHousehold extends DoorPlace {
  readonly householdId: string;
  readonly buildingId: string;
  readonly sort: string;
  readonly people: number;
  /** Elders, pregnant and dialysed people among them. */
  readonly priority: number;
  /** Of these those who live alone. */
  readonly escorts: number;
  /** Why it is sampled at its door; null: it comes to the site. */
  readonly door: Exclude<DoorReason, 'chosen'> | null;
}

/** As the register says it (core/people, KNOWN_TAGS), and in words that areas write beside. */
const IMMOBILE: ReadonlySet<string> = new Set(['immobile', '行动不便', '卧床', '瘫痪', '失能', '轮椅']);
const PRIORITY: ReadonlySet<string> = new Set(['dialysis', '透析', '血透', 'pregnant', '孕妇']);
const ALONE: ReadonlySet<string> = new Set(['lives-alone', '独居', '孤老']);

export interface ElderRule {
  /** Years from which somebody is called before others. */
  readonly age: number;
  /** In which year the round is. */
  readonly year: number;
}

/** By year alone: the register gives phones no more, and a slot early harms nobody. */
export const isPriority = (
  { birthYear, tags }: Pick<CallUpPerson, 'birthYear' | 'tags'>,
  { age, year }: ElderRule,
): boolean => tags.some((tag) => PRIORITY.has(tag)) || (birthYear !== null && year - birthYear >= age);

export const isImmobile = ({ tags }: Pick<CallUpPerson, 'tags'>): boolean =>
  tags.some((tag) => IMMOBILE.has(tag));

/** Households in address order. Somebody who cannot leave keeps the household at home: somebody has to open the door. */
export function householdsOf(people: readonly CallUpPerson[], elders: ElderRule): CallUpHousehold[] {
  const members = new Map<string, CallUpPerson[]>();
  for (const person of people) {
    const known = members.get(person.householdId);
    if (known) known.push(person);
    else members.set(person.householdId, [person]);
  }
  return [...members.values()]
    .flatMap((all) => {
      const [first] = all;
      return first ? [householdOf(first, all, elders)] : [];
    })
    .sort(bySort);
}

function householdOf(first: CallUpPerson, all: readonly CallUpPerson[], elders: ElderRule): CallUpHousehold {
  const { householdId, buildingId, sort, compound, building, entrance, floor, room } = first;
  const before = all.filter((person) => isPriority(person, elders));
  const alone = all.length === 1 && first.tags.some((tag) => ALONE.has(tag));
  return {
    householdId,
    buildingId,
    sort,
    compound,
    building,
    entrance,
    floor,
    room,
    people: all.length,
    priority: before.length,
    escorts: alone ? before.length : 0,
    door: all.some((person) => person.sealed) ? 'sealed' : all.some(isImmobile) ? 'immobile' : null,
  };
}

/** Two households of one dwelling stay in one order on every run. */
export const bySort = (
  a: Pick<CallUpHousehold, 'sort' | 'householdId'>,
  b: Pick<CallUpHousehold, 'sort' | 'householdId'>,
): number => (a.sort < b.sort ? -1 : a.sort > b.sort ? 1 : a.householdId < b.householdId ? -1 : 1);
