import { GoLink } from '#kernel/ui/navigation.tsx';
import { useText } from '#kernel/ui/use-text.ts';
import type { Board, BoardBuilding } from '../../contract/queries.ts';
import { leastComplete } from '../../domain/numbers.ts';
import { numbersText } from '../../messages/numbers.ts';
import { to } from '../paths.ts';
import './numbers.css';

/** How far each building is, the least complete first; each opens who is missing there. */
export function Completion({ board }: { board: Board }) {
  const t = useText(numbersText);
  const buildings = leastComplete(board.buildings.filter(({ expected }) => expected > 0));
  const compounds = new Set(board.buildings.map(({ compound }) => compound)).size;
  if (buildings.length === 0) return <p>{t('nobody-expected')}</p>;
  return (
    <ol className="completion">
      {buildings.map((row) => (
        <Bar key={row.buildingId} roundId={board.round.id} row={row} withCompound={compounds > 1} />
      ))}
    </ol>
  );
}

function Bar({ roundId, row, withCompound }: { roundId: string; row: BoardBuilding; withCompound: boolean }) {
  const t = useText(numbersText);
  const { expected, sampled } = row;
  const missed = expected - sampled;
  const building = withCompound ? `${row.compound} ${row.building}` : row.building;
  return (
    <li>
      <GoLink to={to.rows(roundId, 'missed', { buildingId: row.buildingId })}>
        <span className="completion-name">{building}</span>
        <span className="completion-bar" aria-hidden="true">
          <span style={{ width: `${(sampled / expected) * 100}%` }} />
        </span>
        <span className="completion-count">
          {sampled} / {expected}
        </span>
        <span className={missed === 0 ? 'completion-done' : 'completion-left'}>
          {missed === 0 ? t('building-done') : t('building-left', { missed })}
        </span>
      </GoLink>
    </li>
  );
}
