import { GoLink } from '#kernel/ui/navigation.tsx';
import { useText } from '#kernel/ui/use-text.ts';
import { text } from './messages/index.ts';
import { paths } from './paths.ts';

/** This phone may hold nothing any more: what is gone, what is not, whom to ask. */
export function Revoked({ waiting }: { waiting: number }) {
  const t = useText(text);
  return (
    <main className="notice-page">
      <h1>{t('revoked-title')}</h1>
      <p>{t('revoked-why')}</p>
      <p role="status">{waiting > 0 ? t('revoked-outbox', { count: waiting }) : t('revoked-outbox-empty')}</p>
      <p>{t('revoked-next')}</p>
      <GoLink to={paths.signIn}>{t('sign-in-again')}</GoLink>
    </main>
  );
}
