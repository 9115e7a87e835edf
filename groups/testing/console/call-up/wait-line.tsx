import { useText } from '#kernel/ui/use-text.ts';
import type { SlotsRehearsed } from '../../domain/call-up/rehearse-slots.ts';
import { callUpText } from '../../messages/call-up.ts';
import { clock } from './clock.ts';

/** How the day would go; with a change, before and after beside each other. */
export function WaitLine(props: { now: SlotsRehearsed; changed?: SlotsRehearsed | null; limit: number }) {
  const t = useText(callUpText);
  const { now, changed } = props;
  const minutes = (seconds: number) => t('minutes', { minutes: Math.round(seconds / 60) });
  const said = (of: (one: SlotsRehearsed) => string) => {
    const [before, after] = [of(now), changed ? of(changed) : null];
    return after === null || after === before ? before : t('compare', { before, after });
  };
  const over = (changed ?? now).longestWait > props.limit * 60;
  return (
    <dl className="call-up-waits">
      <div className={over ? 'call-up-over' : ''}>
        <dt>{t('longest-wait')}</dt>
        <dd>{said((one) => minutes(one.longestWait))}</dd>
      </div>
      <div>
        <dt>{t('longest-queue')}</dt>
        <dd>{said((one) => t('people-count', { count: one.longestQueue }))}</dd>
      </div>
      <div>
        <dt>{t('finish')}</dt>
        <dd>{said((one) => (one.finishedAt === null ? '–' : clock(one.finishedAt)))}</dd>
      </div>
    </dl>
  );
}
