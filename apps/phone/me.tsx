import { useState } from 'react';
import WrongPins from '#core/accounts/phone/wrong-pins.tsx';
import PracticePart from '#core/practice/phone/practice-part.tsx';
import { useSyncClient, useSyncState } from '#kernel/sync/client/hooks.ts';
import { LANGUAGE_NAMES, LANGUAGES, languageCell } from '#kernel/ui/language.ts';
import { useGo } from '#kernel/ui/navigation.tsx';
import { AskSheet, BigButton, PhoneChoice, PhonePage, SideButton } from '#kernel/ui/phone/index.ts';
import { useSession } from '#kernel/ui/session.ts';
import { useCell } from '#kernel/ui/store.ts';
import { useLanguage, useText } from '#kernel/ui/use-text.ts';
import { canKeepVaults } from '#kernel/vault/here.ts';
import { type Contrast, contrastCell } from './contrast.ts';
import { switchPerson } from './lock.ts';
import { text } from './messages/index.ts';
import { paths } from './paths.ts';
import { signOut } from './sign-out.ts';

const LANGUAGE_OPTIONS = LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }));

/** Who I am here, how the screen speaks and looks, and the way out. */
export default function Me() {
  const t = useText(text);
  const session = useSession();
  const client = useSyncClient();
  const { pending, others } = useSyncState();
  const go = useGo();
  const language = useLanguage();
  const contrast = useCell(contrastCell);
  const [asking, setAsking] = useState(false);
  const change = () => {
    go(paths.home, { replace: true });
    switchPerson();
  };
  return (
    <PhonePage title={session?.name ?? t('me')}>
      {session ? <p>{session.areaName}</p> : null}
      <WrongPins />
      <PhoneChoice
        label={t('me-language')}
        value={language}
        options={LANGUAGE_OPTIONS}
        onChange={languageCell.set}
      />
      <PhoneChoice<Contrast>
        label={t('me-contrast')}
        value={contrast}
        options={[
          { value: 'normal', label: t('me-contrast-off') },
          { value: 'high', label: t('me-contrast-on') },
        ]}
        onChange={contrastCell.set}
      />
      <PracticePart />
      {canKeepVaults() ? (
        <>
          <BigButton tone="plain" onPress={change}>
            {t('me-switch')}
          </BigButton>
          <p>{t('me-switch-why')}</p>
        </>
      ) : null}
      <SideButton onPress={() => setAsking(true)}>{t('me-sign-out')}</SideButton>
      {asking ? (
        <AskSheet
          title={t('me-sign-out-ask')}
          yes={t('me-sign-out')}
          no={t('me-stay')}
          onYes={() => void signOut(client)}
          onNo={() => setAsking(false)}
        >
          {pending > others ? <p>{t('me-sign-out-pending', { count: pending - others })}</p> : null}
        </AskSheet>
      ) : null}
    </PhonePage>
  );
}
