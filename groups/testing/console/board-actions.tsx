import { useQuery } from '@tanstack/react-query';
import { Button, Popconfirm } from 'antd';
import { ProblemAlert } from '#kernel/ui/console/index.ts';
import { useGo } from '#kernel/ui/navigation.tsx';
import { useMay } from '#kernel/ui/session.ts';
import { useSubmit } from '#kernel/ui/use-submit.ts';
import { useText } from '#kernel/ui/use-text.ts';
import { actions, rules } from '../contract/access.ts';
import type { RoundHead } from '../contract/queries.ts';
import { consoleText } from '../messages/console.ts';
import { testing } from './client.ts';
import { to } from './paths.ts';
import { useOpenWords } from './set-up/use-open-words.ts';

/** The one step that changes the round itself: it begins or it ends. */
export function BoardActions({ round }: { round: RoundHead }) {
  const t = useText(consoleText);
  const go = useGo();
  const mayPlan = useMay(rules, actions.plan);
  const mayClose = useMay(rules, actions.close);
  const why = (may: boolean) => (may ? '' : t('not-allowed'));
  if (round.state === 'draft') return <OpenButton round={round} may={mayPlan} why={why(mayPlan)} />;
  if (round.state === 'closed') return null;
  return (
    <Button
      type="primary"
      disabled={!mayClose}
      title={why(mayClose)}
      onClick={() => go(to.closing(round.id))}
    >
      {t('board.close')}
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
