import { useQuery } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { EmptyFace, ErrorFace, LoadingFace, Page, Section } from '#kernel/ui/console/index.ts';
import { useGo } from '#kernel/ui/navigation.tsx';
import type { ScreenProps } from '#kernel/ui/screen.ts';
import { useText } from '#kernel/ui/use-text.ts';
import type { Planning } from '../../contract/plan-queries.ts';
import type { RoundHead } from '../../contract/queries.ts';
import { staffOf } from '../../domain/plan/force.ts';
import { consoleText } from '../../messages/console.ts';
import { planText } from '../../messages/plan.ts';
import { testing } from '../client.ts';
import { to } from '../paths.ts';
import { RoundForm } from '../round-form.tsx';
import { ForceTable } from './force-table.tsx';
import { PartsTable } from './parts-table.tsx';
import { RosterLine } from './roster-line.tsx';
import './plan.css';

/** Before the day: whom the round is for, and whether what is planned suffices. */
export default function PlanScreen({ params }: ScreenProps) {
  const { roundId = '' } = params;
  const input = { roundId };
  const plan = useQuery(testing.query.plan.queryOptions({ input }));
  const planning = useQuery(testing.query.planning.queryOptions({ input }));
  const failed = plan.error ?? planning.error;
  if (failed) {
    return <ErrorFace error={failed} retry={() => void Promise.all([plan.refetch(), planning.refetch()])} />;
  }
  if (!plan.data || !planning.data) return <LoadingFace />;
  return <PlanPage round={plan.data.round} planning={planning.data} />;
}

function PlanPage({ round, planning }: { round: RoundHead; planning: Planning }) {
  const t = useText(planText);
  const of = useText(consoleText);
  const go = useGo();
  const [changing, setChanging] = useState(false);
  const draft = round.state === 'draft';
  const { total, gone } = planning;
  return (
    <Page
      title={t('title')}
      lead={`${t('lead')} · ${of(`state.${round.state}`)}`}
      trail={[
        { title: of('rounds'), to: to.rounds() },
        { title: round.name, to: to.round(round.id) },
      ]}
      actions={
        <>
          <Button
            disabled={!draft}
            title={draft ? '' : t('change-why-not')}
            onClick={() => setChanging(true)}
          >
            {t('change')}
          </Button>
          <Button onClick={() => go(to.people(round.id))}>{t('people')}</Button>
          <Button onClick={() => go(to.supplies(round.id))}>{t('supplies')}</Button>
          {round.state === 'closed' ? null : (
            <Button onClick={() => go(to.rehearse(round.id))}>{t('rehearse')}</Button>
          )}
        </>
      }
    >
      <Section title={t(draft ? 'scope' : 'scope-listed')}>
        {total.people === 0 ? <EmptyFace title={t('nobody')} /> : null}
        {gone > 0 ? (
          <Alert className="plan-note" type="warning" showIcon title={t('gone', { count: gone })} />
        ) : null}
        <PartsTable roundId={round.id} planning={planning} />
      </Section>
      <Section title={t('force')} aside={<span>{t('force-lead', { people: total.expected })}</span>}>
        <ForceTable planning={planning} />
        <p className="plan-note">
          {t('waiting')}{' '}
          {round.state === 'closed' ? null : (
            <Button type="link" className="plan-link" onClick={() => go(to.rehearse(round.id))}>
              {t('rehearse')}
            </Button>
          )}
        </p>
      </Section>
      {round.state === 'closed' ? null : (
        <Section title={t('roster')}>
          <RosterLine needed={staffOf(planning.planned)} />
        </Section>
      )}
      <RoundForm
        roundId={round.id}
        open={changing}
        onClose={() => setChanging(false)}
        onSaved={() => setChanging(false)}
      />
    </Page>
  );
}
