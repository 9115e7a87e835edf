import { BigButton } from '#kernel/ui/phone/index.ts';
import { useText } from '#kernel/ui/use-text.ts';
import { text } from './messages/index.ts';

/** Before anything else on plain HTTP: what will not work, why, and whom to ask. */
export function Insecure({ onGo }: { onGo: () => void }) {
  const t = useText(text);
  return (
    <main className="notice-page">
      <h1>{t('insecure-title')}</h1>
      <p>{t('insecure-why')}</p>
      <ul>
        <li>{t('insecure-camera')}</li>
        <li>{t('insecure-offline')}</li>
        <li>{t('insecure-install')}</li>
      </ul>
      <p>{t('insecure-next')}</p>
      <BigButton tone="plain" onPress={onGo}>
        {t('insecure-go')}
      </BigButton>
    </main>
  );
}
