import { type Column, DataTable, EmptyFace, StateFace } from '#kernel/ui/console/index.ts';
import { useText } from '#kernel/ui/use-text.ts';
import { evacuationText } from '../../messages/evacuation.ts';
import type { EvacuationRow } from './evacuation-rows.ts';

/** The list on the screen; filtered by state, exported as it stands. */
export function EvacuationTable({ rows, building }: { rows: readonly EvacuationRow[]; building: string }) {
  const t = useText(evacuationText);
  const columns: readonly Column<EvacuationRow>[] = [
    { key: 'floor', title: t('table.floor'), value: (row) => row.floor ?? '', align: 'right' },
    { key: 'room', title: t('table.room'), value: (row) => row.room },
    { key: 'name', title: t('table.name'), value: (row) => row.name },
    { key: 'state', title: t('table.state'), value: (row) => t(`state.${row.state}`), filter: true },
    {
      key: 'help',
      title: t('help'),
      value: (row) => (row.needsHelp ? t('yes') : ''),
      draw: (row) => (row.needsHelp ? <StateFace face="flagged" word={t('help')} /> : ''),
      filter: true,
    },
    { key: 'remark', title: t('table.remark'), value: (row) => row.remark },
  ];
  return (
    <DataTable
      name="gates.evacuation"
      label={t('title')}
      rows={rows}
      columns={columns}
      rowKey={(row) => row.id}
      exportAs={`${t('title')} ${building}`}
      pageSize={200}
      empty={<EmptyFace title={t('none')} />}
    />
  );
}
