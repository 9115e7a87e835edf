import { chinaTime } from '#kernel/time-id/china-time.ts';
import { type Column, DataTable, EmptyFace } from '#kernel/ui/console/index.ts';
import { useText } from '#kernel/ui/use-text.ts';
import type { FlowView } from '../../contract/flow-queries.ts';
import { flowText } from '../../messages/flow.ts';

interface Row {
  readonly key: string;
  readonly gate: string;
  readonly compound: string;
  readonly at: number;
  readonly in: number;
  readonly out: number;
  readonly refused: number;
}

/** The charts' own numbers. */
export function SlotsTable({ flow }: { flow: FlowView }) {
  const t = useText(flowText);
  const rows: readonly Row[] = flow.gates
    .flatMap(({ gateId, name, compound, slots }) =>
      slots.map((slot) => ({ key: `${gateId}/${slot.at}`, gate: name, compound, ...slot })),
    )
    .sort((a, b) => b.at - a.at);
  const count = (key: 'in' | 'out' | 'refused'): Column<Row> => ({
    key,
    title: t(`figure.${key}`),
    align: 'right',
    value: (row) => row[key],
  });
  const columns: readonly Column<Row>[] = [
    { key: 'compound', title: t('gates.compound'), value: (row) => row.compound, filter: true },
    { key: 'gate', title: t('slots.gate'), value: (row) => row.gate, filter: true },
    {
      key: 'at',
      title: t('slots.from'),
      value: (row) => chinaTime(row.at).slice(11, 16),
      exported: (row) => chinaTime(row.at),
    },
    count('in'),
    count('out'),
    count('refused'),
  ];
  return (
    <DataTable
      name="gates.slots"
      label={t('slots.title')}
      rows={rows}
      columns={columns}
      rowKey={(row) => row.key}
      exportAs={t('slots.file')}
      pageSize={20}
      empty={<EmptyFace title={t('passages.none')} />}
    />
  );
}
