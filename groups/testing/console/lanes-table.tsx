import { FigureLink, TableFrame } from '#kernel/ui/console/index.ts';
import { GoLink } from '#kernel/ui/navigation.tsx';
import { useText } from '#kernel/ui/use-text.ts';
import type { Board, BoardLane } from '../contract/queries.ts';
import { FIGURES } from '../contract/reconciliation.ts';
import { consoleText } from '../messages/console.ts';
import { to } from './paths.ts';
import './testing.css';

/** Differences that count tubes; the others count people. */
const OF_TUBES = new Set(['tube-open', 'tube-not-packed']);

/** Each lane's three numbers side by side, with what differs by its name. */
export function LanesTable({ board }: { board: Board }) {
  const t = useText(consoleText);
  return (
    <TableFrame label={t('board.lanes')}>
      <table className="testing-lanes">
        <thead>
          <tr>
            <th scope="col">{t('board.site')}</th>
            <th scope="col">{t('board.lane')}</th>
            {FIGURES.map((figure) => (
              <th key={figure} scope="col">
                {t(`figure.${figure}`)}
              </th>
            ))}
            <th scope="col">{t('board.differences')}</th>
          </tr>
        </thead>
        {board.sites.map((site) => (
          <tbody key={site.siteId}>
            {site.lanes.map((lane) => (
              <tr key={lane.laneId}>
                <td>{site.name}</td>
                <th scope="row">{lane.name}</th>
                <FigureCells board={board} figures={lane.figures} by={{ laneId: lane.laneId }} />
                <td>
                  <Differences roundId={board.round.id} lane={lane} />
                </td>
              </tr>
            ))}
            <tr className="testing-site-total">
              <th scope="row" colSpan={2}>
                {t('board.site-total', { site: site.name })}
              </th>
              <FigureCells board={board} figures={site.figures} by={{ siteId: site.siteId }} />
              <td />
            </tr>
          </tbody>
        ))}
      </table>
    </TableFrame>
  );
}

function FigureCells(props: {
  board: Board;
  figures: BoardLane['figures'];
  by: Parameters<typeof to.rows>[2];
}) {
  const t = useText(consoleText);
  return FIGURES.map((figure) => (
    <td key={figure} className="number">
      <FigureLink
        value={props.figures[figure]}
        label={t(`figure.${figure}`)}
        to={to.rows(props.board.round.id, figure, props.by)}
      />
    </td>
  ));
}

function Differences({ roundId, lane }: { roundId: string; lane: BoardLane }) {
  const t = useText(consoleText);
  if (lane.differences.length === 0) return <span>{t('board.no-difference')}</span>;
  return (
    <ul className="testing-differences">
      {lane.differences.map(({ kind, people, rows }) => {
        const what = t(`figure.${kind}`);
        return (
          <li key={kind}>
            <GoLink to={to.rows(roundId, kind, { laneId: lane.laneId })}>
              {OF_TUBES.has(kind)
                ? t('board.difference-tubes', { what, rows })
                : t('board.difference', { what, people: Math.abs(people) })}
            </GoLink>
          </li>
        );
      })}
    </ul>
  );
}
