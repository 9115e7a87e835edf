import { shortTube } from '#core/codes/contract.ts';
import { useSyncClient } from '#kernel/sync/client/hooks.ts';
import { useSession } from '#kernel/ui/session.ts';
import { useText } from '#kernel/ui/use-text.ts';
import { practiceText } from '../../messages/practice.ts';
import { personLine } from '../person-line.ts';
import type { AtLane } from '../use-round.ts';
import type { Sampling } from '../use-sampling.ts';
import { nextTube, peopleToSample, personCode } from './codes.ts';
import { STEPS } from './steps.ts';
import { today } from './today.ts';
import { useSteps } from './use-steps.ts';
import './practice.css';

const SHOWN = 2;

interface StripProps {
  readonly at: AtLane;
  readonly sampling: Pick<Sampling, 'inHand' | 'read'>;
}

/**
 * For a learner without a second screen: what to do next, and codes to press, read exactly as a hand scanner's are.
 * Nothing in a real area.
 */
export function PracticeStrip(props: StripProps) {
  return useSession()?.practisesFor ? <Strip {...props} /> : null;
}

function Strip({ at, sampling }: StripProps) {
  const t = useText(practiceText);
  const { areaId } = useSyncClient();
  const { testing } = at.state;
  const done = useSteps();
  const next = STEPS.find((step) => !done.has(step));
  const people = peopleToSample(testing, at.round, SHOWN);
  const tube = sampling.inHand ? null : nextTube(testing, at.lane, areaId, today());
  return (
    <section className="practice-strip" aria-label={t('practice.strip')}>
      <p>{next === undefined ? t('practice.all-done') : t(`practice.how.${next}`)}</p>
      <div>
        {tube === null ? null : (
          <button type="button" onClick={() => void sampling.read(tube, 'scanner')}>
            {t('practice.tube', { code: shortTube(tube) })}
          </button>
        )}
        {people.map((card) => (
          <button
            key={card.id}
            type="button"
            onClick={() => void sampling.read(personCode(areaId, card), 'scanner')}
          >
            {personLine(card)}
          </button>
        ))}
      </div>
      {people.length === 0 ? <p>{t('practice.nobody-left')}</p> : null}
    </section>
  );
}
