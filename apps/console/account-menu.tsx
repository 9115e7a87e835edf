import { Button, Dropdown } from 'antd';
import { LANGUAGE_NAMES, type Language, languageCell } from '#kernel/ui/language.ts';
import { useGo } from '#kernel/ui/navigation.tsx';
import { setSession, useSession } from '#kernel/ui/session.ts';
import { useLanguage, useText } from '#kernel/ui/use-text.ts';
import { text } from './messages/index.ts';
import { paths } from './paths.ts';

export function LanguageSwitch() {
  const t = useText(text);
  const language = useLanguage();
  const other: Language = language === 'en' ? 'zh-CN' : 'en';
  return (
    <Button
      type="text"
      lang={other}
      aria-label={`${t('language')}: ${LANGUAGE_NAMES[other]}`}
      onClick={() => languageCell.set(other)}
    >
      {LANGUAGE_NAMES[other]}
    </Button>
  );
}

export function AccountMenu() {
  const t = useText(text);
  const go = useGo();
  const session = useSession();
  if (!session) return null;
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          { key: 'account', label: t('my-account') },
          { key: 'out', label: t('sign-out') },
        ],
        onClick: ({ key }) => (key === 'account' ? go(paths.account) : void signOut()),
      }}
    >
      <Button type="text" aria-label={`${t('account')}: ${session.name}`}>
        {session.name}
      </Button>
    </Dropdown>
  );
}

async function signOut(): Promise<void> {
  try {
    await fetch('/api/sign-out', { method: 'POST', credentials: 'same-origin' });
  } finally {
    setSession(null);
  }
}
