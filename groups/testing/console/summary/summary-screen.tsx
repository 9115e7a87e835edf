import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useMemo, useState } from 'react';
import { printInBrowser } from '#kernel/print/browser.ts';
import { PrintPreview } from '#kernel/print/preview.tsx';
import { ErrorFace, LoadingFace, Page, StateFace } from '#kernel/ui/console/index.ts';
import type { ScreenProps } from '#kernel/ui/screen.ts';
import { requireSession } from '#kernel/ui/session.ts';
import { useLanguage, useText } from '#kernel/ui/use-text.ts';
import { toLocalInput } from '#kernel/ui/when.ts';
import type { Summary, Transport } from '../../contract/handover-queries.ts';
import type { Board } from '../../contract/queries.ts';
import { consoleText } from '../../messages/console.ts';
import { handoverText } from '../../messages/handover.ts';
import { testing } from '../client.ts';
import { to } from '../paths.ts';
import { SignButtons } from './sign-buttons.tsx';
import { stateOf } from './state.ts';
import { summarySheet } from './summary-sheet.ts';
import '#kernel/print/panel.css';

/** The round on one sheet, signed by two. */
export default function SummaryScreen({ params }: ScreenProps) {
  const input = { roundId: params.roundId ?? '' };
  const board = useQuery(testing.query.board.queryOptions({ input }));
  const transport = useQuery(testing.query.transport.queryOptions({ input }));
  const summary = useQuery(testing.query.summary.queryOptions({ input }));
  const failed = [board, transport, summary].find(({ error }) => error);
  if (failed?.error) return <ErrorFace error={failed.error} retry={() => void failed.refetch()} />;
  if (!board.data || !transport.data || !summary.data) return <LoadingFace />;
  return <SummaryPage board={board.data} transport={transport.data} summary={summary.data} />;
}

function SummaryPage(props: { board: Board; transport: Transport; summary: Summary }) {
  const t = useText(handoverText);
  const all = useText(consoleText);
  const language = useLanguage();
  const { areaId, areaName } = requireSession();
  const { board, transport, summary } = props;
  const { round } = board;
  const [when] = useState(() => toLocalInput(Date.now()).replace('T', ' '));
  const document = useMemo(() => {
    const job = { areaId, areaName, round: round.name, when, language };
    return summarySheet(job, { board, transport, summary });
  }, [areaId, areaName, round.name, when, language, board, transport, summary]);
  const { face, key } = stateOf(summary);
  return (
    <Page
      title={t('summary')}
      lead={t('summary.lead')}
      trail={[
        { title: all('rounds'), to: to.rounds() },
        { title: round.name, to: to.round(round.id) },
      ]}
      actions={
        <>
          <SignButtons round={round} summary={summary} />
          <Button onClick={() => void printInBrowser(document)}>{t('summary.print')}</Button>
        </>
      }
    >
      <p role="status">
        <StateFace face={face} word={t(key, { edition: summary.edition })} />
      </p>
      <PrintPreview title={t('summary.preview')} document={document} />
    </Page>
  );
}
