import type { Sample, Tube } from '../contract/rows.ts';
import type { TestingCommand } from './command.ts';
import { inRound, personKey, type TestingState } from './state.ts';
import { byOpening } from './tube-rules.ts';

type Swab = Pick<Sample, 'id' | 'roundId' | 'residentId' | 'codeText' | 'method' | 'at'>;

export interface PaperTube {
  /** The row that speaks of this tube already. */
  readonly tube: Tube;
  /** A phone's own opening is kept too, merged into that row, so that its later scans find their tube. */
  readonly opens: boolean;
}

/**
 * A tube code from paper means the tube of that code that stands already; a phone's code means the one that so far only
 * paper speaks of. Two phones' openings of one code are a contradiction, not this.
 */
export function tubeOnPaper(
  state: TestingState,
  { body }: TestingCommand<'testing.sample'>,
): PaperTube | null {
  const [tube] = state.tubes.by('code', inRound(body.roundId, body.tubeCode)).sort(byOpening);
  if (!tube) return null;
  if (body.method === 'paper') return { tube, opens: false };
  return tube.onPaper ? { tube, opens: true } : null;
}

export interface Recognised {
  /** The swab stands already: this record of it adds nothing. */
  readonly isKnown: boolean;
  /** Earlier records that this one takes the place of. */
  readonly replaced: readonly string[];
}

/**
 * One person, one tube code, and at least one of the two records from paper: the same swab, written down twice. What a
 * phone saw stands before what was copied from paper; of two copies the earlier one stands. Both records are kept, one
 * of them withdrawn, so nothing is counted twice and nobody has to settle anything. Which one stands does not depend
 * on which was entered first.
 */
export function recogniseSwab(state: TestingState, swab: Swab, tubeCode: string): Recognised {
  const records = state.samples
    .by('person', inRound(swab.roundId, personKey(swab)))
    .filter((other) => state.tubes.get(other.tubeId)?.code === tubeCode);
  const isKnown = records.some((other) => stands(other, swab));
  return { isKnown, replaced: isKnown ? [] : records.filter((o) => stands(swab, o)).map((o) => o.id) };
}

/** Whether `a` stands and `b` is but a copy of it. Of two phones' records neither is: that is a contradiction. */
function stands(a: Swab, b: Swab): boolean {
  if (b.method !== 'paper') return false;
  return a.method !== 'paper' || a.at < b.at || (a.at === b.at && a.id < b.id);
}
