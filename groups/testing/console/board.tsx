import { useQuery } from '@tanstack/react-query';
import { ErrorFace, Figure, LoadingFace, Page, Section, StateFace } from '#kernel/ui/console/index.ts';
import type { ScreenProps } from '#kernel/ui/screen.ts';
import { useText } from '#kernel/ui/use-text.ts';
import type { Board as BoardData } from '../contract/queries.ts';
import { consoleText } from '../messages/console.ts';
import { numbersText } from '../messages/numbers.ts';
import { BoardActions } from './board-actions.tsx';
import { BoardWays } from './board-ways.tsx';
import { BuildingsTable } from './buildings-table.tsx';
import { testing } from './client.ts';
import { TransportStrip } from './handover/transport-strip.tsx';
import { LanesTable } from './lanes-table.tsx';
import { Completion } from './numbers/completion.tsx';
import { to } from './paths.ts';
import { SetUpNote } from './set-up/set-up-note.tsx';

/** People = in tubes = packed, live, and what differs. */
export default function BoardScreen({ params }: ScreenProps) {
  const { roundId = '' } = params;
  const { data, error, refetch } = useQuery(testing.query.board.queryOptions({ input: { roundId } }));
  if (error) return <ErrorFace error={error} retry={() => void refetch()} />;
  if (!data) return <LoadingFace />;
  return <BoardPage board={data} />;
}

function BoardPage({ board }: { board: BoardData }) {
  const t = useText(consoleText);
  const numbers = useText(numbersText);
  const { round } = board;
  const state = round.revisedAt === null ? t(`state.${round.state}`) : t('state.revised');
  const mode = round.mode === 'single' ? t('mode.single') : t('mode.pooled', { ratio: round.poolRatio });
  return (
    <Page
      title={round.name}
      lead={`${state} · ${mode}`}
      trail={[{ title: t('rounds'), to: to.rounds() }]}
      actions={<BoardActions round={round} />}
    >
      <Headline board={board} />
      <BoardWays round={round} />
      {round.state === 'closed' ? null : <SetUpNote roundId={round.id} />}
      <Section title={t('board.lanes')}>
        <LanesTable board={board} />
      </Section>
      <TransportStrip roundId={round.id} />
      {board.round.state === 'draft' ? null : (
        <Section title={numbers('buildings')}>
          <Completion board={board} />
        </Section>
      )}
      <Section title={t('board.buildings')}>
        <BuildingsTable board={board} />
      </Section>
    </Page>
  );
}

function Headline({ board }: { board: BoardData }) {
  const t = useText(consoleText);
  const { round, total, coverage, discrepancies } = board;
  const equal = total.checkedIn === total.inTubes && total.inTubes === total.inPackedTubes;
  const rows = (figure: Parameters<typeof to.rows>[1]) => to.rows(round.id, figure);
  const when = (wrong: boolean) => (wrong ? { face: 'flagged' as const } : {});
  return (
    <>
      {round.state === 'draft' ? null : (
        <p className="board-verdict">
          <StateFace face={equal ? 'done' : 'flagged'} word={equal ? t('board.equal') : t('board.unequal')} />
        </p>
      )}
      <div className="figures">
        {(['checkedIn', 'inTubes', 'inPackedTubes', 'tubes', 'tubesPacked'] as const).map((figure) => (
          <Figure key={figure} value={total[figure]} label={t(`figure.${figure}`)} to={rows(figure)} />
        ))}
        <Figure
          value={discrepancies.open}
          label={t('figure.discrepancies')}
          to={to.discrepancies(round.id)}
          {...when(discrepancies.open > 0)}
        />
        <Figure
          value={board.unsyncedDevices}
          label={t('figure.unsynced')}
          to={to.closing(round.id)}
          {...when(board.unsyncedDevices > 0)}
        />
      </div>
      <div className="figures">
        {(['expected', 'sampled', 'missed', 'refused', 'absent', 'away', 'exempt'] as const).map((figure) => (
          <Figure key={figure} value={coverage[figure]} label={t(`figure.${figure}`)} to={rows(figure)} />
        ))}
        <Figure value={board.people} label={t('figure.people')} to={rows('people')} />
        <Figure
          value={board.repeats}
          label={t('figure.repeats')}
          to={rows('repeats')}
          {...when(board.repeats > 0)}
        />
        <Figure
          value={board.unknownPackings}
          label={t('figure.unknown-packings')}
          to={rows('unknown-packings')}
          {...when(board.unknownPackings > 0)}
        />
      </div>
    </>
  );
}
