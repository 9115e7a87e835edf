import { chinaTime } from '#kernel/time-id/china-time.ts';
import { type Column, DataTable, StateFace } from '#kernel/ui/console/index.ts';
import { useLanguage, useText } from '#kernel/ui/use-text.ts';
import { whenText } from '#kernel/ui/when.ts';
import type { TubeHistory, TubeMember } from '../../contract/history-queries.ts';
import { consoleText } from '../../messages/console.ts';
import { historyText } from '../../messages/history.ts';
import { useChangeText } from './change-text.ts';
import { PersonLink } from './links.tsx';

/** Who is in the tube, in its order; withdrawn ones stay where they stood. */
export function MembersTable({ tube }: { tube: TubeHistory }) {
  const t = useText(historyText);
  const said = useText(consoleText);
  const language = useLanguage();
  const changed = useChangeText();
  const nameOf = (row: TubeMember) => row.name ?? t('unknown-person');
  const columns: readonly Column<TubeMember>[] = [
    {
      key: 'position',
      title: t('position'),
      align: 'right',
      value: (row) => row.position,
      draw: (row) =>
        row.position === null ? <StateFace face="refused" word={t('withdrawn')} /> : row.position,
    },
    { key: 'place', title: t('place'), value: (row) => row.place ?? '' },
    {
      key: 'name',
      title: t('name'),
      value: nameOf,
      draw: (row) => <PersonLink residentId={row.residentId} name={nameOf(row)} />,
    },
    {
      key: 'at',
      title: t('at'),
      value: (row) => whenText(row.at, language),
      exported: (row) => chinaTime(row.at),
    },
    { key: 'lane', title: t('lane'), value: (row) => row.lane ?? '' },
    { key: 'by', title: t('by'), value: (row) => row.byName ?? t('nobody') },
    { key: 'method', title: t('method'), value: (row) => said(`method.${row.method}`) },
    { key: 'change', title: t('change'), value: (row) => changed(row.change) },
  ];
  return (
    <DataTable
      name="testing.tube"
      label={t('tube.members')}
      rows={tube.members}
      columns={columns}
      rowKey={(row) => row.sampleId}
      exportAs={t('tube.file', { code: tube.code })}
    />
  );
}
