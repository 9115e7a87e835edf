import { type Column, DataTable, EmptyFace, FigureLink } from '#kernel/ui/console/index.ts';
import { useGo } from '#kernel/ui/navigation.tsx';
import { useText } from '#kernel/ui/use-text.ts';
import type { InsideView } from '../../contract/visit-queries.ts';
import { insideText } from '../../messages/inside.ts';
import { to } from './paths.ts';

const COUNTS = ['home', 'visitors', 'out', 'away'] as const;

interface Row {
  readonly key: string;
  /** Null: what goes to no building of the compound. */
  readonly buildingId: string | null;
  readonly compound: string;
  readonly building: string;
  readonly home: number;
  readonly visitors: number;
  readonly out: number;
  readonly away: number;
  /** Where a row of no building opens. */
  readonly shows?: 'holders';
}

/** Building by building; a row opens its evacuation list. What goes to no building stands in a row of its compound. */
export function BuildingsTable({ view }: { view: InsideView }) {
  const t = useText(insideText);
  const go = useGo();
  const nobody = { buildingId: null, home: 0, out: 0, away: 0 };
  const rows: readonly Row[] = [
    ...view.buildings.map((one) => ({ ...one, key: one.buildingId })),
    ...view.elsewhere.map(({ compoundId, compound, visitors }) => ({
      ...nobody,
      ...{ key: `visits-${compoundId}`, compound, building: t('no-building'), visitors },
    })),
    ...view.holders.map(({ compoundId, compound, people }) => ({
      ...nobody,
      ...{ key: `holders-${compoundId}`, compound, building: t('by-pass'), visitors: people },
      shows: 'holders' as const,
    })),
  ];
  const columns: readonly Column<Row>[] = [
    { key: 'compound', title: t('compound'), value: (row) => row.compound, filter: true },
    { key: 'building', title: t('building'), value: (row) => row.building },
    ...COUNTS.map(
      (count): Column<Row> => ({
        key: count,
        title: t(`figure.${count}`),
        align: 'right',
        value: (row) => row[count],
        draw: (row) =>
          row.buildingId === null ? (
            row[count] || ''
          ) : (
            <FigureLink
              value={row[count]}
              label={`${row.building} ${t(`figure.${count}`)}`}
              to={to.evacuation(row.buildingId)}
            />
          ),
      }),
    ),
  ];
  return (
    <DataTable
      name="gates.inside.buildings"
      label={t('buildings')}
      rows={rows}
      columns={columns}
      rowKey={(row) => row.key}
      onOpen={(row) =>
        go(row.buildingId === null ? to.inside(row.shows ?? 'visits') : to.evacuation(row.buildingId))
      }
      exportAs={t('title')}
      pageSize={100}
      empty={<EmptyFace title={t('buildings.none')} />}
    />
  );
}
