import { Button, Popconfirm, Tooltip } from 'antd';
import { useState } from 'react';
import { notify } from '#kernel/ui/notices.ts';
import { problemOf } from '#kernel/ui/problem-of.ts';
import { useMay, useSession } from '#kernel/ui/session.ts';
import { useProblemText, useText } from '#kernel/ui/use-text.ts';
import { enterPractice, leavePractice, resetPractice } from '../client/place.ts';
import { practiceRules } from '../contract/rules.ts';
import { text } from '../messages/index.ts';

/** Beside the area's name: into practice, and in practice the way out and the one tap that starts over. */
export function PracticeMenu() {
  const t = useText(text);
  const practises = Boolean(useSession()?.practisesFor);
  const mayReset = useMay(practiceRules, 'practice:reset');
  const { busy, move } = useMove();
  if (!practises) {
    return (
      <Tooltip title={t('enter-lead')}>
        <Button size="small" loading={busy} onClick={() => void move(enterPractice)}>
          {t('enter')}
        </Button>
      </Tooltip>
    );
  }
  return (
    <span>
      <Button size="small" type="primary" disabled={busy} onClick={() => void move(leavePractice)}>
        {t('leave')}
      </Button>{' '}
      {mayReset ? (
        <Popconfirm
          title={t('reset')}
          description={t('reset-ask')}
          okText={t('reset-yes')}
          cancelText={t('reset-no')}
          onConfirm={() => move(resetPractice)}
        >
          <Button size="small" loading={busy}>
            {t('reset')}
          </Button>
        </Popconfirm>
      ) : null}
    </span>
  );
}

/** Another world is another page: nothing that was asked of the former one stays in memory. */
function useMove() {
  const say = useProblemText();
  const [busy, setBusy] = useState(false);
  const move = async (to: () => Promise<unknown>): Promise<void> => {
    setBusy(true);
    try {
      await to();
      window.location.assign('/console/');
    } catch (error) {
      notify('refused', say(problemOf(error)));
      setBusy(false);
    }
  };
  return { busy, move };
}
