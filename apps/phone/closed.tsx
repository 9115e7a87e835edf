import { BigButton } from '#kernel/ui/phone/index.ts';
import { setSession } from '#kernel/ui/session.ts';
import { useText } from '#kernel/ui/use-text.ts';
import { text } from './messages/index.ts';
import { paths } from './paths.ts';
import { unreadClosingCell } from './unread-closing.ts';

/** The emergency is over: nothing of it is left on this phone. */
export function Closed() {
  const t = useText(text);
  const leave = () => {
    unreadClosingCell.set(false);
    setSession(null);
    window.location.assign(`/phone${paths.signIn}`);
  };
  return (
    <main className="notice-page">
      <h1>{t('closed-title')}</h1>
      <p role="status">{t('closed-why')}</p>
      <p>{t('closed-next')}</p>
      <BigButton onPress={leave}>{t('closed-leave')}</BigButton>
    </main>
  );
}
