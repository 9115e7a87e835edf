import { practiceRegister } from '#core/people/testing/practice-register.ts';
import type { Ground, SeedCommand } from '#core/practice/module.ts';
import { practiceRound } from '#groups/testing/testing/practice-round.ts';
import { seededBytes, seededRandom } from '#kernel/time-id/random.ts';
import { uuidv7 } from '#kernel/time-id/uuid.ts';

/** The time in the ids of places and people, so that they are the same each time. */
const EPOCH = Date.UTC(2022, 3, 1);

/**
 * A practice world as commands: a small register on the real area's own places, and an open round to sample in. The
 * same ground and seed give the same people, so that cards printed once go on being good; the round is a new one each
 * time, so that nothing a phone remembers of the last one fits it.
 */
export function practiceWorld({ places, seed, at }: Ground): readonly SeedCommand[] {
  const chance = seededRandom(seed);
  const bytes = seededBytes(chance);
  const ids = { next: () => uuidv7(EPOCH, bytes) };
  const { body, compoundId } = practiceRegister(places, ids, chance);
  const round = practiceRound({ next: () => uuidv7(at) }, compoundId);
  return [
    { kind: 'people.import-rows', body },
    { kind: 'testing.create-round', body: round.create },
    { kind: 'testing.open-round', body: round.open },
  ];
}
