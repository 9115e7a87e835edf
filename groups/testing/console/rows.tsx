import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { DataTable, EmptyFace, ErrorFace, LoadingFace, Page } from '#kernel/ui/console/index.ts';
import { useSearchWords } from '#kernel/ui/navigation.tsx';
import type { ScreenProps } from '#kernel/ui/screen.ts';
import { useText } from '#kernel/ui/use-text.ts';
import { type FigureRows, ROW_FIGURES, type RowFigure } from '../contract/queries.ts';
import { consoleText } from '../messages/console.ts';
import { testing } from './client.ts';
import { to } from './paths.ts';
import { usePackingColumns, usePersonColumns, useTubeColumns } from './row-columns.tsx';

const STEP = 200;
const MOST = 500;

const isFigure = (text: string): text is RowFigure => (ROW_FIGURES as readonly string[]).includes(text);

/** The rows that a figure of the board counts (product.md, principle 6). */
export default function RowsScreen({ params }: ScreenProps) {
  const t = useText(consoleText);
  const { roundId = '', figure = '' } = params;
  if (!isFigure(figure)) return <EmptyFace title={t('rows.none')} />;
  return <Rows roundId={roundId} figure={figure} />;
}

function Rows({ roundId, figure }: { roundId: string; figure: RowFigure }) {
  const t = useText(consoleText);
  const { laneId, siteId, buildingId } = useSearchWords();
  const [limit, setLimit] = useState(STEP);
  const narrowed = {
    ...(laneId && { laneId }),
    ...(siteId && { siteId }),
    ...(buildingId && { buildingId }),
  };
  const board = useQuery(testing.query.board.queryOptions({ input: { roundId } }));
  const { data, error, refetch } = useQuery({
    ...testing.query.rows.queryOptions({ input: { roundId, figure, ...narrowed, limit } }),
    placeholderData: keepPreviousData,
  });
  if (error) return <ErrorFace error={error} retry={() => void refetch()} />;
  if (!data) return <LoadingFace />;
  const where = board.data ? whereOf(board.data, narrowed) : '';
  return (
    <Page
      title={t('rows.of', { figure: t(`figure.${figure}`) })}
      lead={where}
      trail={[
        { title: t('rounds'), to: to.rounds() },
        { title: board.data?.round.name ?? t('board'), to: to.round(roundId) },
      ]}
    >
      <RowsTable
        roundId={roundId}
        data={data}
        lanes={laneNames(board.data)}
        file={[board.data?.round.name, t(`figure.${figure}`), where].filter(Boolean).join(' ')}
      />
      {data.total > data.rows.length && limit < MOST ? (
        <Button onClick={() => setLimit(Math.min(MOST, limit + STEP))}>
          {t('rows.more', { total: data.total })}
        </Button>
      ) : null}
    </Page>
  );
}

type BoardData = Awaited<ReturnType<typeof testing.call.board>>;

/** Lane id → `1号点 2台`. */
function laneNames(board: BoardData | undefined): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const site of board?.sites ?? []) {
    for (const lane of site.lanes) names.set(lane.laneId, `${site.name} ${lane.name}`);
  }
  return names;
}

function whereOf(
  board: BoardData,
  by: { readonly laneId?: string; readonly siteId?: string; readonly buildingId?: string },
): string {
  if (by.laneId) return laneNames(board).get(by.laneId) ?? '';
  if (by.siteId) return board.sites.find((site) => site.siteId === by.siteId)?.name ?? '';
  const building = board.buildings.find((row) => row.buildingId === by.buildingId);
  return building ? `${building.compound} ${building.building}` : '';
}

function RowsTable(props: {
  roundId: string;
  data: FigureRows;
  lanes: ReadonlyMap<string, string>;
  file: string;
}) {
  const { roundId, data, lanes, file } = props;
  const t = useText(consoleText);
  const people = usePersonColumns(roundId, lanes);
  const tubes = useTubeColumns(roundId, lanes);
  const packings = usePackingColumns();
  const shared = {
    label: t('rows'),
    exportAs: file,
    rowKey: (row: { id: string }) => row.id,
    empty: <EmptyFace title={t('rows.none')} />,
  };
  switch (data.of) {
    case 'people':
      return <DataTable {...shared} name="testing.rows.people" rows={data.rows} columns={people} />;
    case 'tubes':
      return <DataTable {...shared} name="testing.rows.tubes" rows={data.rows} columns={tubes} />;
    case 'packings':
      return <DataTable {...shared} name="testing.rows.packings" rows={data.rows} columns={packings} />;
  }
}
