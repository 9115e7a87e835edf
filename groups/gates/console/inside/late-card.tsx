import { useQuery } from '@tanstack/react-query';
import { ErrorFace, Figure, LoadingFace, Section } from '#kernel/ui/console/index.ts';
import { GoLink } from '#kernel/ui/navigation.tsx';
import { useMay } from '#kernel/ui/session.ts';
import { useText } from '#kernel/ui/use-text.ts';
import { actions, rules } from '../../contract/access.ts';
import { insideText } from '../../messages/inside.ts';
import { gates } from './client.ts';
import { to } from './paths.ts';

/** On the console's first page: who did not come back or leave in time. */
export default function LateCard() {
  const may = useMay(rules, actions.oversee);
  return may ? <Late /> : null;
}

function Late() {
  const t = useText(insideText);
  const { data, error, refetch } = useQuery(gates.query.inside.queryOptions());
  if (error) return <ErrorFace error={error} retry={() => void refetch()} />;
  if (!data) return <LoadingFace />;
  const { late } = data;
  const face = (count: number) => (count > 0 ? { face: 'late' as const } : {});
  return (
    <Section title={t('card')} aside={<GoLink to={to.inside()}>{t('title')}</GoLink>}>
      <div className="figures">
        <Figure
          value={late.out}
          label={t('figure.late-out')}
          to={to.inside('out', true)}
          {...face(late.out)}
        />
        <Figure
          value={late.visits}
          label={t('figure.late-visits')}
          to={to.inside('visits', true)}
          {...face(late.visits)}
        />
      </div>
    </Section>
  );
}
