import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { download, fetchFile } from '#kernel/ui/console/index.ts';
import { useGo } from '#kernel/ui/navigation.tsx';
import { notify } from '#kernel/ui/notices.ts';
import { problemOf } from '#kernel/ui/problem-of.ts';
import { requireSession, useMay } from '#kernel/ui/session.ts';
import { useProblemText, useText } from '#kernel/ui/use-text.ts';
import { actions, rules } from '../contract/access.ts';
import type { RoundHead } from '../contract/queries.ts';
import { consoleText } from '../messages/console.ts';
import { missedText } from '../messages/missed.ts';
import { RecordsButton } from './contacts/records-button.tsx';
import { exportPath, to } from './paths.ts';

/** The ways from a round's board into its other screens, in the order of the day. */
export function BoardWays({ round }: { round: RoundHead }) {
  const t = useText(consoleText);
  const missed = useText(missedText);
  const begun = round.state !== 'draft';
  return (
    <nav className="board-ways" aria-label={t('board.ways')}>
      <Ways title={t('board.ways.prepare')}>
        <Way to={to.plan(round.id)}>{t('board.plan')}</Way>
        {round.state === 'closed' ? null : (
          <>
            <Way to={to.rehearse(round.id)}>{t('board.rehearse')}</Way>
            <Way to={to.callUp(round.id)}>{t('board.call-up')}</Way>
          </>
        )}
        <Way to={to.supplies(round.id)}>{t('board.supplies')}</Way>
        <Way to={to.print(round.id)}>{t('board.print')}</Way>
      </Ways>
      {begun ? (
        <>
          <Ways title={t('board.ways.day')}>
            <Way to={to.paper(round.id)}>{t('board.paper')}</Way>
            <Way to={to.boxes(round.id)}>{t('board.boxes')}</Way>
            <Way to={to.missed(round.id)}>{missed('title')}</Way>
          </Ways>
          <Ways title={t('board.ways.after')}>
            <Way to={to.results(round.id)}>{t('board.results')}</Way>
            <Way to={to.summary(round.id)}>{t('board.summary')}</Way>
            <ExportButton round={round} />
            <RecordsButton round={round} />
          </Ways>
        </>
      ) : (
        <Ways title={t('board.ways.after')}>
          <ExportButton round={round} />
        </Ways>
      )}
    </nav>
  );
}

function Ways({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="board-ways-group">
      <span className="board-ways-title">{title}</span>
      {children}
    </div>
  );
}

function Way({ to: path, children }: { to: string; children: ReactNode }) {
  const go = useGo();
  return <Button onClick={() => go(path)}>{children}</Button>;
}

function ExportButton({ round }: { round: RoundHead }) {
  const t = useText(consoleText);
  const may = useMay(rules, actions.export);
  const say = useProblemText();
  const [busy, setBusy] = useState(false);
  const save = async () => {
    setBusy(true);
    try {
      download(`${round.name}.xlsx`, await fetchFile(exportPath(requireSession().areaId, round.id)));
    } catch (error) {
      notify('refused', say(problemOf(error)));
    }
    setBusy(false);
  };
  return (
    <Button loading={busy} disabled={!may} title={may ? '' : t('not-allowed')} onClick={() => void save()}>
      {t('board.export')}
    </Button>
  );
}
