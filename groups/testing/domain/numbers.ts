import type { RoundNumbers } from '../contract/number-queries.ts';

/** Share of those expected who were sampled, 0–100 with one decimal; null where nobody was expected. */
export const coveragePercent = ({ expected, sampled }: Pick<RoundNumbers, 'expected' | 'sampled'>) =>
  expected === 0 ? null : Math.round((sampled / expected) * 1000) / 10;

/** Less than this says nothing of a lane's pace. */
const LEAST_HOURS = 1 / 60;

/** Person-times an hour at one lane, rounded; null before lanes worked for a minute. */
export const perLaneHour = ({ personTimes, laneHours }: Pick<RoundNumbers, 'personTimes' | 'laneHours'>) =>
  laneHours < LEAST_HOURS ? null : Math.round(personTimes / laneHours);

interface Covered {
  readonly expected: number;
  readonly sampled: number;
}

/** The least complete first, a building with more missed before one with fewer; where nobody is expected comes last. */
export function leastComplete<B extends Covered>(buildings: readonly B[]): B[] {
  const share = ({ expected, sampled }: Covered) => (expected === 0 ? 2 : sampled / expected);
  const missed = ({ expected, sampled }: Covered) => expected - sampled;
  return [...buildings].sort((a, b) => share(a) - share(b) || missed(b) - missed(a));
}
