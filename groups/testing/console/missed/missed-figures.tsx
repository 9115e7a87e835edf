import { Figure } from '#kernel/ui/console/index.ts';
import { useText } from '#kernel/ui/use-text.ts';
import type { MissedView } from '../../contract/missed-queries.ts';
import { CLEARINGS } from '../../contract/missed-rows.ts';
import { missedText } from '../../messages/missed.ts';
import { to } from '../paths.ts';

/** How many are missing, how many of them were reached, and how the others were cleared. */
export function MissedFigures({ view }: { view: MissedView }) {
  const t = useText(missedText);
  const { round, missed, buildings, cleared } = view;
  const here = to.missed(round.id);
  const sum = (of: 'called' | 'withReason') => buildings.reduce((all, one) => all + one[of], 0);
  return (
    <div className="figures">
      <Figure
        value={missed}
        label={t('figure.missed')}
        to={here}
        {...(missed > 0 ? { face: 'late' as const } : {})}
      />
      <Figure value={sum('withReason')} label={t('figure.with-reason')} to={here} />
      <Figure value={sum('called')} label={t('figure.called')} to={here} />
      {round.state === 'closed'
        ? CLEARINGS.map((clearing) => (
            <Figure
              key={clearing}
              value={cleared[clearing] ?? 0}
              label={t(`figure.${clearing}`)}
              to={clearing === 'excused' ? to.rows(round.id, 'exempt') : to.rows(round.id, 'sampled')}
            />
          ))
        : null}
    </div>
  );
}
