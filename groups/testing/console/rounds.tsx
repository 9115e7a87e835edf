import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { type Column, DataTable, EmptyFace, ErrorFace, FigureLink, Page } from '#kernel/ui/console/index.ts';
import { useGo } from '#kernel/ui/navigation.tsx';
import { useMay } from '#kernel/ui/session.ts';
import { useLanguage, useText } from '#kernel/ui/use-text.ts';
import { whenText } from '#kernel/ui/when.ts';
import { actions, rules } from '../contract/access.ts';
import type { RoundSummary } from '../contract/queries.ts';
import { consoleText } from '../messages/console.ts';
import { testing } from './client.ts';
import { to } from './paths.ts';
import { RoundForm } from './round-form.tsx';

/** Every round, the latest first. */
export default function Rounds() {
  const t = useText(consoleText);
  const go = useGo();
  const may = useMay(rules, actions.plan);
  const [making, setMaking] = useState(false);
  const { data, error, refetch, isPending } = useQuery(testing.query.rounds.queryOptions({ input: {} }));
  const columns = useRoundColumns();
  if (error) return <ErrorFace error={error} retry={() => void refetch()} />;
  return (
    <Page
      title={t('rounds')}
      lead={t('rounds.lead')}
      actions={
        <Button
          type="primary"
          disabled={!may}
          title={may ? '' : t('not-allowed')}
          onClick={() => setMaking(true)}
        >
          {t('rounds.new')}
        </Button>
      }
    >
      <DataTable
        name="testing.rounds"
        label={t('rounds')}
        rows={data?.rounds ?? []}
        columns={columns}
        rowKey={(round) => round.id}
        loading={isPending}
        onOpen={(round) => go(to.round(round.id))}
        empty={<EmptyFace title={t('rounds.empty')} next={t('rounds.empty-next')} />}
      />
      <RoundForm
        open={making}
        onClose={() => setMaking(false)}
        onSaved={(roundId) => {
          setMaking(false);
          go(to.round(roundId));
        }}
      />
    </Page>
  );
}

function useRoundColumns(): readonly Column<RoundSummary>[] {
  const t = useText(consoleText);
  const language = useLanguage();
  const when = (at: number | null) => (at === null ? '' : whenText(at, language));
  return [
    { key: 'name', title: t('rounds.name'), value: (round) => round.name },
    { key: 'state', title: t('rounds.state'), value: (round) => t(`state.${round.state}`), filter: true },
    {
      key: 'mode',
      title: t('mode'),
      value: (round) =>
        round.mode === 'single' ? t('mode.single') : t('mode.pooled', { ratio: round.poolRatio }),
    },
    {
      key: 'progress',
      title: t('rounds.progress'),
      align: 'right',
      value: (round) => round.inTubes,
      draw: (round) => (
        <FigureLink
          value={round.inTubes}
          of={round.expected ?? 0}
          label={t('rounds.progress')}
          to={to.rows(round.id, 'inTubes')}
        />
      ),
    },
    {
      key: 'discrepancies',
      title: t('rounds.open-discrepancies'),
      align: 'right',
      value: (round) => round.openDiscrepancies,
      draw: (round) => (
        <FigureLink
          value={round.openDiscrepancies}
          label={t('rounds.open-discrepancies')}
          to={to.discrepancies(round.id)}
          {...(round.openDiscrepancies > 0 ? { face: 'flagged' as const } : {})}
        />
      ),
    },
    { key: 'opened', title: t('rounds.opened'), value: (round) => when(round.openedAt) },
    { key: 'closed', title: t('rounds.closed'), value: (round) => when(round.closedAt) },
  ];
}
