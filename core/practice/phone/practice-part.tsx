import { useState } from 'react';
import { useSyncState } from '#kernel/sync/client/hooks.ts';
import { notify } from '#kernel/ui/notices.ts';
import { AskSheet, BigButton, SideButton } from '#kernel/ui/phone/index.ts';
import { useMay, useSession } from '#kernel/ui/session.ts';
import { useText } from '#kernel/ui/use-text.ts';
import { enterPractice, leavePractice, resetPractice } from '../client/place.ts';
import { practiceRules } from '../contract/rules.ts';
import { text } from '../messages/index.ts';
import { useMove } from './use-move.ts';

/** Into practice and out of it; stands on the phone's first page and on the person's own. */
export default function PracticePart() {
  const practises = Boolean(useSession()?.practisesFor);
  return practises ? <Practising /> : <NotPractising />;
}

/** What waits to be sent is sent first: it is real, and nothing carries it meanwhile. */
function NotPractising() {
  const t = useText(text);
  const { pending, online } = useSyncState();
  const { busy, move } = useMove();
  const why = !online ? t('enter-offline') : pending > 0 ? t('enter-pending', { count: pending }) : undefined;
  return (
    <section className="practice-part" aria-label={t('practice')}>
      <BigButton
        tone="plain"
        onPress={() => void move(enterPractice)}
        busy={busy}
        disabled={why !== undefined}
        why={why}
      >
        {busy ? t('entering') : t('enter')}
      </BigButton>
      <p>{t('enter-lead')}</p>
    </section>
  );
}

function Practising() {
  const t = useText(text);
  const { busy, move } = useMove();
  const mayReset = useMay(practiceRules, 'practice:reset');
  const [asking, setAsking] = useState(false);
  const reset = async () => {
    setAsking(false);
    if (await move(resetPractice)) notify('done', t('reset-done'));
  };
  return (
    <section className="practice-part" aria-label={t('practice')}>
      <BigButton tone="plain" onPress={() => void move(leavePractice)} busy={busy}>
        {t('leave')}
      </BigButton>
      {mayReset ? (
        <SideButton onPress={() => setAsking(true)} disabled={busy}>
          {t('reset')}
        </SideButton>
      ) : null}
      {asking ? (
        <AskSheet
          title={t('reset')}
          yes={t('reset-yes')}
          no={t('reset-no')}
          onYes={() => void reset()}
          onNo={() => setAsking(false)}
        >
          <p>{t('reset-ask')}</p>
        </AskSheet>
      ) : null}
    </section>
  );
}
