import { useEffect, useRef } from 'react';
import { shortTube } from '#core/codes/contract.ts';
import { useGo, useSearchWords } from '#kernel/ui/navigation.tsx';
import { SideButton } from '#kernel/ui/phone/index.ts';
import { useText } from '#kernel/ui/use-text.ts';
import { samplingText } from '../messages/sampling.ts';
import { to } from './paths.ts';
import { personLine } from './person-line.ts';
import type { AtLane } from './use-round.ts';
import type { Sampling, Single } from './use-sampling.ts';
import './sampling.css';

/** A tube of one beside the pool, which waits below. */
export function SinglePanel({ sampling, single }: { sampling: Sampling; single: Single }) {
  const t = useText(samplingText);
  const { inHand, tube, ratio } = sampling;
  const { who } = single;
  return (
    <section className="sampling-single" aria-label={t('single.title')}>
      <strong>{who ? t('single.who', { person: personLine(who.person) }) : t('single.title')}</strong>
      <p role="status">
        {single.tube ? t('single.then-who', { code: shortTube(single.tube.code) }) : t('single.tube-first')}
      </p>
      {inHand ? (
        <p>{t('pool.waits', { code: shortTube(inHand.code), count: tube?.count ?? 0, ratio })}</p>
      ) : null}
      <SideButton onPress={sampling.stopSingle}>{t('single.stop')}</SideButton>
    </section>
  );
}

/** Somebody's own page sends here with the person to be sampled alone. */
export function useSingleFromAddress(at: AtLane, sampling: Sampling): void {
  const go = useGo();
  const { single: residentId } = useSearchWords();
  const taken = useRef<string | null>(null);
  const person = at.round.people.get(residentId ?? '');
  useEffect(() => {
    if (!person || taken.current === person.id) return;
    taken.current = person.id;
    sampling.startSingle({ person, method: 'room' });
    go(to.sampling(at.round.round.id, at.lane.id), { replace: true });
  }, [person, sampling, go, at]);
}
