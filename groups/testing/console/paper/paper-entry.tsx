import { Alert, Button } from 'antd';
import { useEffect, useMemo } from 'react';
import { formatCode, type ReadContext } from '#core/codes/contract.ts';
import { ProblemAlert } from '#kernel/ui/console/index.ts';
import { useText } from '#kernel/ui/use-text.ts';
import type { TakenSwab } from '../../contract/paper-queries.ts';
import { paperText } from '../../messages/paper.ts';
import { EntryBar } from './entry-bar.tsx';
import { LinesTable } from './lines-table.tsx';
import type { PaperPeople } from './read-line.ts';
import { standingOf, TakenBook } from './sheet.ts';
import { useEnterLines } from './use-enter-lines.ts';
import { usePaperSheet } from './use-paper-sheet.ts';

/** The bar that is typed or scanned into, and the lines that wait below it. */
export function PaperEntry(props: {
  roundId: string;
  laneId: string;
  day: string;
  ratio: number;
  context: ReadContext;
  people: PaperPeople;
  taken: readonly TakenSwab[];
}) {
  const t = useText(paperText);
  const { roundId, laneId, day, ratio, context, people, taken } = props;
  const sheet = usePaperSheet(people, context, day);
  const book = useMemo(() => new TakenBook(taken), [taken]);
  const { enter, busy, entered, problems } = useEnterLines(sheet.remove);
  const { lines, tubeCode } = sheet;
  useLeaveWarning(lines.length > 0);

  const standings = new Map(lines.map((line) => [line.sampleId, standingOf(line, lines, book)]));
  const known = new Set(
    lines.flatMap(({ sampleId }) => (standings.get(sampleId) === 'known' ? [sampleId] : [])),
  );
  const inTube = lines.filter((line) => line.tubeCode === tubeCode).length;
  return (
    <>
      <EntryBar sheet={sheet} />
      {tubeCode === '' ? null : (
        <p className="paper-tube-now" role="status">
          {t('tube-now', { code: formatCode(tubeCode), count: inTube, ratio })}
        </p>
      )}
      {entered ? (
        <Alert
          type={entered.flagged > 0 ? 'warning' : 'success'}
          showIcon
          title={t('entered', { ...entered })}
        />
      ) : null}
      <ProblemAlert problems={problems} />
      <LinesTable
        lines={lines}
        standings={standings}
        book={book}
        onRemove={(id) => sheet.remove(new Set([id]))}
      />
      <Button
        className="paper-enter"
        type="primary"
        size="large"
        loading={busy}
        disabled={lines.length === 0}
        onClick={() => void enter(lines, { roundId, laneId, tubeIds: sheet.tubeIds }, known)}
      >
        {t('enter', { count: lines.length })}
      </Button>
    </>
  );
}

/** Lines that wait are on this page alone. */
function useLeaveWarning(waiting: boolean): void {
  useEffect(() => {
    if (!waiting) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [waiting]);
}
