import { type Column, DataTable, FigureLink } from '#kernel/ui/console/index.ts';
import { useText } from '#kernel/ui/use-text.ts';
import type { Board, BoardBuilding } from '../contract/queries.ts';
import { consoleText } from '../messages/console.ts';
import { to } from './paths.ts';

const COLUMNS = ['expected', 'sampled', 'missed', 'refused', 'absent', 'away', 'exempt'] as const;

/** Who has not come, building by building; away and exempt people stand beside and are not missed. */
export function BuildingsTable({ board }: { board: Board }) {
  const t = useText(consoleText);
  const columns: readonly Column<BoardBuilding>[] = [
    { key: 'compound', title: t('board.compound'), value: (row) => row.compound, filter: true },
    { key: 'building', title: t('board.building'), value: (row) => row.building },
    ...COLUMNS.map(
      (figure): Column<BoardBuilding> => ({
        key: figure,
        title: t(`figure.${figure}`),
        align: 'right',
        value: (row) => row[figure],
        draw: (row) => (
          <FigureLink
            value={row[figure]}
            label={`${row.building} ${t(`figure.${figure}`)}`}
            to={to.rows(board.round.id, figure, { buildingId: row.buildingId })}
            {...(figure === 'missed' && row.missed > 0 ? { face: 'late' as const } : {})}
          />
        ),
      }),
    ),
  ];
  return (
    <DataTable
      name="testing.buildings"
      label={t('board.buildings')}
      rows={board.buildings}
      columns={columns}
      rowKey={(row) => row.buildingId}
    />
  );
}
