import { useQuery } from '@tanstack/react-query';
import { Button, Popconfirm } from 'antd';
import { useState } from 'react';
import { download, fetchFile, ProblemAlert } from '#kernel/ui/console/index.ts';
import { useGo } from '#kernel/ui/navigation.tsx';
import { notify } from '#kernel/ui/notices.ts';
import { problemOf } from '#kernel/ui/problem-of.ts';
import { requireSession, useMay } from '#kernel/ui/session.ts';
import { useSubmit } from '#kernel/ui/use-submit.ts';
import { useProblemText, useText } from '#kernel/ui/use-text.ts';
import { actions, rules } from '../contract/access.ts';
import type { RoundHead } from '../contract/queries.ts';
import { consoleText } from '../messages/console.ts';
import { missedText } from '../messages/missed.ts';
import { testing } from './client.ts';
import { RecordsButton } from './contacts/records-button.tsx';
import { exportPath, to } from './paths.ts';
import { useOpenWords } from './set-up/use-open-words.ts';

/** What a leader does with a round, in the order of the day. */
export function BoardActions({ round }: { round: RoundHead }) {
  const t = useText(consoleText);
  const missed = useText(missedText);
  const go = useGo();
  const mayPlan = useMay(rules, actions.plan);
  const mayClose = useMay(rules, actions.close);
  const mayExport = useMay(rules, actions.export);
  const why = (may: boolean) => (may ? '' : t('not-allowed'));
  return (
    <>
      <Button onClick={() => go(to.plan(round.id))}>{t('board.plan')}</Button>
      <Button onClick={() => go(to.supplies(round.id))}>{t('board.supplies')}</Button>
      <Button onClick={() => go(to.print(round.id))}>{t('board.print')}</Button>
      {round.state === 'closed' ? null : (
        <>
          <Button onClick={() => go(to.rehearse(round.id))}>{t('board.rehearse')}</Button>
          <Button onClick={() => go(to.callUp(round.id))}>{t('board.call-up')}</Button>
        </>
      )}
      {round.state === 'draft' ? null : (
        <>
          <Button onClick={() => go(to.paper(round.id))}>{t('board.paper')}</Button>
          <Button onClick={() => go(to.missed(round.id))}>{missed('title')}</Button>
          <Button onClick={() => go(to.boxes(round.id))}>{t('board.boxes')}</Button>
          <Button onClick={() => go(to.results(round.id))}>{t('board.results')}</Button>
          <Button onClick={() => go(to.summary(round.id))}>{t('board.summary')}</Button>
        </>
      )}
      {round.state === 'draft' ? <OpenButton round={round} may={mayPlan} why={why(mayPlan)} /> : null}
      {round.state === 'open' ? (
        <Button
          type="primary"
          disabled={!mayClose}
          title={why(mayClose)}
          onClick={() => go(to.closing(round.id))}
        >
          {t('board.close')}
        </Button>
      ) : null}
      <ExportButton round={round} may={mayExport} why={why(mayExport)} />
      {round.state === 'draft' ? null : <RecordsButton round={round} />}
    </>
  );
}

function ExportButton({ round, may, why }: { round: RoundHead; may: boolean; why: string }) {
  const t = useText(consoleText);
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
    <Button loading={busy} disabled={!may} title={why} onClick={() => void save()}>
      {t('board.export')}
    </Button>
  );
}

/** Opening freezes the list, so it says first who will be on it. */
function OpenButton({ round, may, why }: { round: RoundHead; may: boolean; why: string }) {
  const t = useText(consoleText);
  const { submit, busy, problems } = useSubmit(t('board.opened'));
  const plan = useQuery(testing.query.plan.queryOptions({ input: { roundId: round.id } }));
  const { present = 0, away = 0 } = plan.data ?? {};
  const open = useOpenWords(round.id);
  return (
    <>
      <Popconfirm
        title={t('board.open')}
        description={
          <>
            <p>{t('board.open-ask', { present, away })}</p>
            {open === '' ? null : <p>{open}</p>}
          </>
        }
        okText={t('board.open')}
        onConfirm={() => void submit('testing.open-round', 1, { roundId: round.id })}
        disabled={!may || !plan.data}
      >
        <Button type="primary" loading={busy} disabled={!may || !plan.data} title={why}>
          {t('board.open')}
        </Button>
      </Popconfirm>
      <ProblemAlert problems={problems} />
    </>
  );
}
