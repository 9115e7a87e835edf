import type { Flag } from '#kernel/command/command.ts';
import type { Sample } from '../contract/rows.ts';
import { flag } from './command.ts';
import { expectedId } from './expected-id.ts';
import { inRound, personKey, type TestingState } from './state.ts';

type Swab = Pick<Sample, 'id' | 'roundId' | 'residentId' | 'codeText' | 'tubeId'>;

/** Whether the round awaited this person. */
export function personFlags(state: TestingState, { id, roundId, residentId }: Swab): Flag[] {
  if (residentId === null) return [flag('unknown-person', { roundId, sampleId: id })];
  const subjects = { roundId, sampleId: id, residentId };
  const place = state.expected.get(expectedId(roundId, residentId));
  if (!place) return [flag('not-in-scope', subjects)];
  if (place.status === 'expected') return [];
  return [flag('away-person-sampled', subjects, { status: `testing.status.${place.status}` })];
}

/**
 * Whether the person is in a tube of the round already: one flag per extra sample, against the first one taken.
 * @param but samples that turned out to be other records of this very swab
 */
export function doubleFlags(state: TestingState, swab: Swab, but: readonly string[] = []): Flag[] {
  const { id, roundId, residentId, tubeId } = swab;
  const [other] = state.samples
    .by('person', inRound(roundId, personKey(swab)))
    .filter((sample) => sample.id !== id && !but.includes(sample.id))
    .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  if (!other) return [];
  const subjects = { roundId, sampleId: id, otherSampleId: other.id, tubeId, otherTubeId: other.tubeId };
  return [flag('double-sample', residentId === null ? subjects : { ...subjects, residentId })];
}
