import fc from 'fast-check';
import type { TestingBodies } from '../contract/commands.ts';
import type { CallUpPerson } from '../domain/call-up/household.ts';
import { idSource, MORNING } from './area.ts';
import type { Story } from './story.ts';

export interface HouseholdOptions {
  readonly building?: number;
  readonly entrance?: string | null;
  readonly floor?: number | null;
  readonly room?: string;
  readonly people?: number;
  readonly tags?: readonly string[];
  readonly birthYear?: number | null;
  readonly sealed?: boolean;
}

export type GivenChoices = TestingBodies['testing.plan-call-up']['choices'];

const padded = (n: number): string => String(n).padStart(4, '0');

/** Awaited people, household by household; ids are the same on every run. */
export function callUpPeopleOf(
  households: readonly HouseholdOptions[],
  newId: () => string = idSource(7),
): CallUpPerson[] {
  const buildings = new Map<number, string>();
  return households.flatMap((one, i) => {
    const { building = 1, entrance = null, floor = 1, people = 2, tags = [], sealed = false } = one;
    const buildingId = buildings.get(building) ?? newId();
    buildings.set(building, buildingId);
    const room = one.room ?? `${floor ?? ''}0${(i % 4) + 1}`;
    const householdId = newId();
    return Array.from(
      { length: people },
      (_, n): CallUpPerson => ({
        residentId: newId(),
        householdId,
        buildingId,
        compound: '清源小区',
        building: `${building}号`,
        entrance,
        floor,
        room,
        sort: `1 ${padded(building)} ${entrance ?? ''} ${padded(floor ?? 0)}${padded(i)}`,
        // What is said of the household is true of its first member.
        birthYear: n === 0 ? (one.birthYear ?? 1980) : 1990,
        tags: n === 0 ? tags : [],
        sealed,
        sampled: false,
      }),
    );
  });
}

/** Any area: walk-ups and towers, big households, elders, sealed and bedridden ones. */
export const anArea: fc.Arbitrary<HouseholdOptions[]> = fc.array(
  fc.record({
    building: fc.integer({ min: 1, max: 5 }),
    entrance: fc.constantFrom(null, '1单元', '2单元'),
    floor: fc.option(fc.integer({ min: 1, max: 18 }), { nil: null }),
    people: fc.integer({ min: 1, max: 9 }),
    tags: fc.constantFrom([], [], [], ['dialysis'], ['immobile'], ['lives-alone']),
    birthYear: fc.constantFrom(1935, 1980, null),
    sealed: fc.boolean(),
  }),
  { minLength: 1, maxLength: 80 },
);

export const someChoices: fc.Arbitrary<GivenChoices> = fc.record({
  startsAt: fc.constant(MORNING),
  buildings: fc.constant([]),
  floors: fc.constantFrom('top', 'bottom', 'any'),
  priority: fc.constantFrom('early', 'head'),
  batch: fc.integer({ min: 5, max: 40 }),
  personSeconds: fc.integer({ min: 5, max: 60 }),
  slack: fc.constantFrom(0, 10),
  teams: fc.integer({ min: 1, max: 4 }),
});

export const CHOICES: GivenChoices = {
  startsAt: MORNING,
  buildings: [],
  floors: 'top',
  priority: 'early',
  batch: 20,
  personSeconds: 30,
  slack: 0,
  teams: 1,
};

/** Lets the story's round await these people. */
export function awaits(story: Story, people: readonly CallUpPerson[]): void {
  story.state.callUpPeople.set(story.round.roundId, people);
}
