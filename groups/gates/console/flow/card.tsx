import { useQuery } from '@tanstack/react-query';
import { ErrorFace, Figure, LoadingFace, Section } from '#kernel/ui/console/index.ts';
import { GoLink } from '#kernel/ui/navigation.tsx';
import { useMay } from '#kernel/ui/session.ts';
import { useText } from '#kernel/ui/use-text.ts';
import { actions, rules } from '../../contract/access.ts';
import { flowText } from '../../messages/flow.ts';
import { gates } from './client.ts';
import { to } from './paths.ts';
import { Warnings } from './warnings.tsx';
import './flow.css';

/** Gates on the console's first page: what is wrong there now. Nothing where there is no gate, or for whoever may not see. */
export default function Card() {
  const may = useMay(rules, actions.oversee);
  return may ? <GatesCard /> : null;
}

function GatesCard() {
  const t = useText(flowText);
  const { data, error, refetch } = useQuery(gates.query.flow.queryOptions({ input: {} }));
  if (error) return <ErrorFace error={error} retry={() => void refetch()} />;
  if (!data) return <LoadingFace />;
  if (data.gates.every(({ closed }) => closed)) return null;
  const { counts, day, toSettle } = data;
  return (
    <Section title={t('title')} aside={<GoLink to={to.flow()}>{t('card.open')}</GoLink>}>
      <Warnings flow={data} />
      <div className="figures">
        <Figure
          value={counts.in}
          label={t('figure.in')}
          to={to.passages({ day, outcome: 'through', direction: 'in' })}
        />
        <Figure
          value={counts.out}
          label={t('figure.out')}
          to={to.passages({ day, outcome: 'through', direction: 'out' })}
        />
        <Figure value={counts.refused} label={t('figure.refused')} to={to.reasons()} />
        <Figure
          value={counts.emergency}
          label={t('figure.emergency')}
          to={to.passages({ day, outcome: 'emergency' })}
        />
        <Figure
          value={toSettle}
          label={t('figure.to-settle')}
          to={to.flags()}
          {...(toSettle > 0 ? { face: 'flagged' as const } : {})}
        />
      </div>
    </Section>
  );
}
