import { type Column, DataTable, EmptyFace, FigureLink } from '#kernel/ui/console/index.ts';
import { useText } from '#kernel/ui/use-text.ts';
import type { MissedBuilding } from '../../contract/missed-queries.ts';
import { missedText } from '../../messages/missed.ts';
import { to } from '../paths.ts';

const COUNTS = ['missed', 'withReason', 'called'] as const;
const WORDS = { missed: 'figure.missed', withReason: 'figure.with-reason', called: 'figure.called' } as const;

/** Building by building; a figure narrows the list below to it. */
export function BuildingsTable({ roundId, rows }: { roundId: string; rows: readonly MissedBuilding[] }) {
  const t = useText(missedText);
  const columns: readonly Column<MissedBuilding>[] = [
    { key: 'compound', title: t('compound'), value: (row) => row.compound, filter: true },
    { key: 'building', title: t('building'), value: (row) => row.building },
    ...COUNTS.map(
      (count): Column<MissedBuilding> => ({
        key: count,
        title: t(WORDS[count]),
        align: 'right',
        value: (row) => row[count],
        draw: (row) => (
          <FigureLink
            value={row[count]}
            label={`${row.building} ${t(WORDS[count])}`}
            to={to.missed(roundId, row.buildingId)}
          />
        ),
      }),
    ),
  ];
  return (
    <DataTable
      name="testing.missed.buildings"
      label={t('buildings')}
      rows={rows}
      columns={columns}
      rowKey={(row) => row.buildingId}
      pageSize={20}
      empty={<EmptyFace title={t('none')} />}
    />
  );
}
