import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Table, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { EmptyFace, ErrorFace, LoadingFace, Page, TableFrame } from '#kernel/ui/console/index.ts';
import { useSearchWords } from '#kernel/ui/navigation.tsx';
import type { ScreenProps } from '#kernel/ui/screen.ts';
import { useText } from '#kernel/ui/use-text.ts';
import { PLAN_SHOWS, type PlanPerson } from '../../contract/plan-queries.ts';
import { consoleText } from '../../messages/console.ts';
import { planText } from '../../messages/plan.ts';
import { testing } from '../client.ts';
import { to } from '../paths.ts';
import { MarkBar } from './mark-bar.tsx';
import { PeopleTools, type Shown } from './people-tools.tsx';
import './plan.css';

const isShown = (text: string | undefined): text is Shown['show'] => PLAN_SHOWS.some((show) => show === text);

/** Who is awaited and who not, with the reason, before the opening and after it. */
export default function PeopleScreen({ params }: ScreenProps) {
  const t = useText(planText);
  const of = useText(consoleText);
  const { roundId = '' } = params;
  const asked = useSearchWords().show;
  const [shown, setShown] = useState<Shown>({ show: isShown(asked) ? asked : 'excused', text: '' });
  const [selected, setSelected] = useState<readonly string[]>([]);
  const plan = useQuery(testing.query.plan.queryOptions({ input: { roundId } }));
  const { data, error, refetch, isFetching } = useQuery({
    ...testing.query.planPeople.queryOptions({ input: { roundId, ...shown } }),
    placeholderData: keepPreviousData,
  });
  const failed = plan.error ?? error;
  if (failed) return <ErrorFace error={failed} retry={() => void Promise.all([plan.refetch(), refetch()])} />;
  if (!plan.data || !data) return <LoadingFace />;
  const { round } = plan.data;
  const chosen = data.rows.filter((row) => selected.includes(row.residentId));
  return (
    <Page
      title={t('people')}
      lead={t('people-lead')}
      trail={[
        { title: of('rounds'), to: to.rounds() },
        { title: round.name, to: to.round(round.id) },
        { title: t('title'), to: to.plan(round.id) },
      ]}
    >
      <PeopleTools shown={shown} buildings={data.buildings} onChange={setShown} />
      <MarkBar
        roundId={round.id}
        chosen={chosen}
        closed={round.state === 'closed'}
        onDone={() => setSelected([])}
      />
      {data.total > data.rows.length ? (
        <p role="status">{t('more', { total: data.total, shown: data.rows.length })}</p>
      ) : null}
      <PeopleTable
        rows={data.rows}
        loading={isFetching}
        selected={selected}
        onSelect={setSelected}
        empty={t(`none.${shown.show}`)}
      />
    </Page>
  );
}

function PeopleTable(props: {
  rows: readonly PlanPerson[];
  loading: boolean;
  selected: readonly string[];
  onSelect: (ids: readonly string[]) => void;
  empty: string;
}) {
  const t = useText(planText);
  const of = useText(consoleText);
  const columns: TableColumnsType<PlanPerson> = [
    { key: 'place', title: t('place'), dataIndex: 'place' },
    { key: 'name', title: t('person'), dataIndex: 'name' },
    { key: 'status', title: t('status'), render: (_, row) => t(`status.${row.status}`) },
    {
      key: 'reason',
      title: t('reason'),
      render: (_, row) => (row.reason === null ? '' : of(`excuse.${row.reason}`)),
    },
    {
      key: 'earlier',
      title: t('earlier'),
      render: (_, { earlier }) =>
        earlier === null
          ? ''
          : t('earlier-said', {
              status: t(`status.${earlier.status}`),
              reason: of(`excuse.${earlier.reason}`),
            }),
    },
  ];
  return (
    <TableFrame label={t('people')}>
      <Table<PlanPerson>
        className="plan-people"
        size="small"
        aria-label={t('people')}
        rowKey={(row) => row.residentId}
        dataSource={[...props.rows]}
        columns={columns}
        loading={props.loading}
        rowSelection={{
          selectedRowKeys: [...props.selected],
          onChange: (keys) => props.onSelect(keys.map(String)),
          getCheckboxProps: (row) => ({ 'aria-label': `${row.place} ${row.name}` }),
        }}
        pagination={{ defaultPageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
        locale={{ emptyText: <EmptyFace title={props.empty} /> }}
      />
    </TableFrame>
  );
}
