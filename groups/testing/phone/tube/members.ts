import type { Sample, Tube } from '../../contract.ts';
import { personLine } from '../person-line.ts';
import type { AtLane } from '../use-round.ts';

/** In the order they were sampled, as a laboratory reads them. */
export const membersOf = ({ state }: AtLane, tube: Pick<Tube, 'id'>): Sample[] =>
  state.testing.samples.by('tube', tube.id).sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));

/** How a sample's person is called in a list; what was read of somebody unknown stands for the name. */
export function memberLine(at: AtLane, sample: Sample, unknown: string): string {
  const person = at.round.people.get(sample.residentId ?? '');
  return person ? personLine(person) : (sample.codeText ?? unknown);
}
