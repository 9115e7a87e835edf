import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { type Column, DataTable, EmptyFace, ErrorFace, Page } from '#kernel/ui/console/index.ts';
import { useMay } from '#kernel/ui/session.ts';
import { useText } from '#kernel/ui/use-text.ts';
import { actions, rules } from '../../contract/access.ts';
import type { GateView } from '../../contract/queries.ts';
import { flowText } from '../../messages/flow.ts';
import { gates } from './client.ts';
import { minuteText } from './day.ts';
import { GateDrawer } from './gate-drawer.tsx';
import { to } from './paths.ts';
import './flow.css';

/** Gates, their lanes and opening times: to be added, changed, given up. */
export default function GatesScreen() {
  const t = useText(flowText);
  const may = useMay(rules, actions.manage);
  const columns = useColumns();
  /** A gate's id, `new`, or null while the drawer is shut. */
  const [open, setOpen] = useState<string | null>(null);
  const { data, error, refetch, isPending } = useQuery(gates.query.gates.queryOptions());
  if (error) return <ErrorFace error={error} retry={() => void refetch()} />;
  const rows = data?.gates ?? [];
  const why = may ? '' : t('not-allowed');
  return (
    <Page
      title={t('gates')}
      lead={t('gates.lead')}
      trail={[{ title: t('title'), to: to.flow() }]}
      actions={
        <Button type="primary" disabled={!may} title={why} onClick={() => setOpen('new')}>
          {t('gates.add')}
        </Button>
      }
    >
      <DataTable
        name="gates.gates"
        label={t('gates')}
        rows={rows}
        columns={columns}
        rowKey={(row) => row.gateId}
        loading={isPending}
        onOpen={(row) => setOpen(row.gateId)}
        openKey={open}
        exportAs={t('gates')}
        empty={<EmptyFace title={t('none.title')} next={t('none.next')} />}
      />
      <GateDrawer
        gate={rows.find(({ gateId }) => gateId === open) ?? null}
        open={open !== null}
        onClose={() => setOpen(null)}
      />
    </Page>
  );
}

function useColumns(): readonly Column<GateView>[] {
  const t = useText(flowText);
  return [
    { key: 'name', title: t('gates.name'), value: (row) => row.name },
    { key: 'compound', title: t('gates.compound'), value: (row) => row.compound, filter: true },
    {
      key: 'hours',
      title: t('gates.hours'),
      value: ({ openFrom, openUntil }) =>
        openFrom === null || openUntil === null
          ? t('gate.always')
          : t('gate.hours', { from: minuteText(openFrom), until: minuteText(openUntil) }),
    },
    {
      key: 'lanes',
      title: t('gates.lanes'),
      value: ({ lanes }) =>
        lanes.map(({ name, direction }) => `${name}（${t(`lane.${direction}`)}）`).join('、'),
    },
    {
      key: 'state',
      title: t('gates.state'),
      value: ({ closedAt }) => t(closedAt === null ? 'gates.open' : 'gates.closed'),
      filter: true,
    },
  ];
}
