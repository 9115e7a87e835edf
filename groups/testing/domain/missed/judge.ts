import type { Missed } from '../../contract/missed-rows.ts';
import type { ExpectedStatus } from '../../contract/rows.ts';
import { expectedId } from '../expected-id.ts';
import type { TestingState } from '../state.ts';
import { type Swab, type SwabChanges, standingSwabs } from './swabs.ts';

export interface Judged {
  /** The round the command speaks of. */
  readonly roundId: string;
  /** It is closed by this very command. */
  readonly closed: boolean;
  /** What the person's place on its list becomes; null: stays. */
  readonly status: ExpectedStatus | null;
  readonly swabs: SwabChanges;
}

/** How a flag changes: the person is missed, or not any more. */
export interface Change {
  readonly to: 'missed' | 'sampled' | 'excused';
  readonly roundId: string;
  readonly residentId: string;
  readonly sampleId: string | null;
}

/**
 * Missed in a round is who is awaited in it, the round having ended, and has no swab in it nor any since its opening.
 * Flags of earlier rounds are judged along, since a swab clears them too.
 */
export function judge(state: TestingState, residentId: string, judged: Judged): Change[] {
  const flags = state.missed.by('person', residentId);
  const here = expectedId(judged.roundId, residentId);
  const flagged = flags.some(({ id }) => id === here);
  if (flags.length === 0 && !hasEnded(state, judged)) return [];
  const swabs = standingSwabs(state, residentId, judged.roundId, judged.swabs);
  const changes = flags.flatMap((flag) => {
    const status = flag.id === here ? (judged.status ?? null) : null;
    return again(flag, status ?? statusBy(state, flag), swabs, judged.swabs.lost);
  });
  return flagged ? changes : [...changes, ...firstFlag(state, residentId, judged, swabs)];
}

const hasEnded = (state: TestingState, { roundId, closed }: Judged): boolean =>
  closed || state.rounds.get(roundId)?.state === 'closed';

/** Where the list is not loaded nothing on it changes. */
function statusBy(state: TestingState, flag: Missed): ExpectedStatus {
  return state.expected.get(flag.id)?.status ?? (flag.clearedBy === 'excused' ? 'exempt' : 'expected');
}

/** A swab in the round itself, or any taken since its opening. */
const clears = (swab: Swab, roundId: string, openedAt: number): boolean =>
  swab.roundId === roundId || swab.at >= openedAt;

function again(
  flag: Missed,
  status: ExpectedStatus,
  swabs: readonly Swab[],
  lost: ReadonlySet<string>,
): Change[] {
  const { roundId, residentId, openedAt, clearedBy, sampleId } = flag;
  // Whoever left is flagged again only with the entry in the register (server/missed/follow-people.ts).
  if (clearedBy === 'left') return [];
  const about = { roundId, residentId };
  if (status !== 'expected') {
    return clearedBy === 'excused' ? [] : [{ ...about, to: 'excused', sampleId: null }];
  }
  if (sampleId !== null && !lost.has(sampleId)) return [];
  const swab = swabs.find((one) => clears(one, roundId, openedAt));
  if (swab) return [{ ...about, to: 'sampled', sampleId: swab.id }];
  return clearedBy === null ? [] : [{ ...about, to: 'missed', sampleId: null }];
}

/** Nobody said so before: the round ends, a swab turned out to be void, or somebody is awaited after all. */
function firstFlag(
  state: TestingState,
  residentId: string,
  judged: Judged,
  swabs: readonly Swab[],
): Change[] {
  const { roundId } = judged;
  if (!hasEnded(state, judged)) return [];
  const status = judged.status ?? state.expected.get(expectedId(roundId, residentId))?.status;
  if (status !== 'expected' || swabs.some((swab) => swab.roundId === roundId)) return [];
  const flagged: Change = { to: 'missed', roundId, residentId, sampleId: null };
  const openedAt = state.rounds.get(roundId)?.openedAt ?? 0;
  // Of a swab elsewhere the flag is kept, cleared, so that it stands again when that swab turns out to be void.
  const swab = swabs.find((one) => clears(one, roundId, openedAt));
  return swab ? [flagged, { ...flagged, to: 'sampled', sampleId: swab.id }] : [flagged];
}
