import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { EmptyFace, ErrorFace, LoadingFace, Page } from '#kernel/ui/console/index.ts';
import type { ScreenProps } from '#kernel/ui/screen.ts';
import { useText } from '#kernel/ui/use-text.ts';
import type { CallUpView } from '../../contract/call-up-queries.ts';
import { callUpText } from '../../messages/call-up.ts';
import { testing } from '../client.ts';
import { to } from '../paths.ts';
import { PlanEditor } from './plan-editor.tsx';
import { StandingPlan } from './standing-plan.tsx';
import './call-up.css';

/** Who is called when, and at whose doors the team rings. */
export default function CallUpScreen({ params }: ScreenProps) {
  const input = { roundId: params.roundId ?? '' };
  const { data, error, refetch } = useQuery(testing.query.callUp.queryOptions({ input }));
  if (error) return <ErrorFace error={error} retry={() => void refetch()} />;
  if (!data) return <LoadingFace />;
  return <CallUpPage view={data} />;
}

function CallUpPage({ view }: { view: CallUpView }) {
  const t = useText(callUpText);
  const [planning, setPlanning] = useState(false);
  const { round, plan, sites } = view;
  const mayPlan = round.state !== 'closed' && sites.length > 0;
  const trail = [
    { title: t('rounds'), to: to.rounds() },
    { title: round.name, to: to.round(round.id) },
  ];
  const again =
    plan && mayPlan && !planning ? (
      <Button onClick={() => setPlanning(true)}>{t('plan-again')}</Button>
    ) : null;
  return (
    <Page title={t('title')} lead={t('lead')} trail={trail} actions={again}>
      {sites.length === 0 ? <EmptyFace title={t('no-lanes')} next={t('no-lanes-next')} /> : null}
      {mayPlan && (planning || !plan) ? (
        <PlanEditor view={view} onDone={() => setPlanning(false)} />
      ) : plan ? (
        <StandingPlan view={view} />
      ) : null}
    </Page>
  );
}
