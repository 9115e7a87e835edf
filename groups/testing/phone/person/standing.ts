import { shortTube } from '#core/codes/contract.ts';
import type { Translate } from '#kernel/ui/text.ts';
import type { Sample } from '../../contract.ts';
import { expectedId } from '../../domain/expected-id.ts';
import { refusalOf } from '../../domain/sampling/refusal.ts';
import { inRound, type TestingState } from '../../domain/state.ts';
import { refusalLine } from '../../messages/refusal.ts';
import type refusalWords from '../../messages/refusal.zh-CN.ts';
import type samplingWords from '../../messages/sampling.zh-CN.ts';
import { clock } from '../clock.ts';

type Said = Translate<typeof samplingWords>;
type Why = Translate<typeof refusalWords>;

/** A refusal is no contradiction, so it has no face of its own: its word stands first in the line. */
export type PersonFace = 'done' | 'pending' | null;

export interface Standing {
  readonly face: PersonFace;
  readonly line: string;
  /** The swab that stands. */
  readonly sample: Sample | undefined;
}

/** How somebody stands in the round, in one line: sampled and where, refused, away, or still awaited. */
export function standingOf(
  state: TestingState,
  roundId: string,
  residentId: string,
  t: Said,
  why: Why,
): Standing {
  const [sample] = state.samples.by('person', inRound(roundId, residentId)).sort((a, b) => b.at - a.at);
  if (sample) {
    const tube = state.tubes.get(sample.tubeId);
    const words = { time: clock(sample.at), code: shortTube(tube?.code ?? '') };
    const line = tube?.ratio === 1 ? t('person.sampled-single', words) : t('person.sampled', words);
    return { face: state.samples.isChanged(sample.id) ? 'pending' : 'done', line, sample };
  }
  const said = refusalOf(state, roundId, residentId);
  if (said) return { face: null, line: refusalLine(why, said), sample };
  const place = state.expected.get(expectedId(roundId, residentId));
  if (!place) return { face: null, line: t('person.unlisted'), sample };
  const line = place.status === 'expected' ? t('person.waiting') : t(`person.status.${place.status}`);
  return { face: null, line, sample };
}
