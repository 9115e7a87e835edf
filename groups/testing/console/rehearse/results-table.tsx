import { Table, type TableColumnsType } from 'antd';
import { useText } from '#kernel/ui/use-text.ts';
import { rehearseText } from '../../messages/rehearse.ts';
import { clockOf, type Rehearsed } from './outcome.ts';

interface Row {
  readonly key: string;
  readonly what: string;
  readonly values: readonly string[];
}

/** Plans beside each other: what a leader asks of each, in the order he asks it. */
export function ResultsTable(props: { rehearsed: readonly Rehearsed[]; waitMinutes: number }) {
  const t = useText(rehearseText);
  const { rehearsed, waitMinutes } = props;
  const minutes = (seconds: number) => t('minutes', { minutes: Math.round(seconds / 60) });
  const row = (
    key: 'longest' | 'ninetieth' | 'finish' | 'longest-queue' | 'busy' | 'needed',
    value: (one: Rehearsed & { readonly said: NonNullable<Rehearsed['said']> }) => string,
  ): Row => ({
    key,
    what: t(key, { minutes: waitMinutes }),
    values: rehearsed.map((one) => (one.said === null ? t('no-time') : value({ ...one, said: one.said }))),
  });
  const rows = [
    row('longest', ({ said }) => minutes(said.longestWait)),
    row('ninetieth', ({ said }) => minutes(said.ninetiethWait)),
    row('finish', ({ said, begin }) => clockOf(begin + said.finishedAt)),
    row('longest-queue', ({ said }) => t('persons', { count: said.longestQueue })),
    row('busy', ({ said }) => `${Math.round(said.busy * 100)} %`),
    row('needed', ({ needed }) => (needed === null ? t('never') : t('lanes-count', { count: needed }))),
  ];
  const columns: TableColumnsType<Row> = [
    { key: 'what', title: t('question'), dataIndex: 'what', rowScope: 'row' },
    ...rehearsed.map(({ form }, i) => ({
      key: String(form.id),
      title: t('plan', { number: i + 1 }),
      align: 'right' as const,
      render: (_: unknown, { values }: Row) => values[i],
    })),
  ];
  return <Table<Row> size="small" pagination={false} columns={columns} dataSource={rows} />;
}
