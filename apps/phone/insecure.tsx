import { useNetwork } from '#kernel/ui/network.ts';
import { BigButton } from '#kernel/ui/phone/index.ts';
import { useText } from '#kernel/ui/use-text.ts';
import { text } from './messages/index.ts';

/** Before anything else on plain HTTP: what will not work, why, and whom to ask. */
export function Insecure({ onGo }: { onGo: () => void }) {
  const t = useText(text);
  const reach = useNetwork();
  const secure = reach?.origins.find((origin) => origin.startsWith('https:'));
  const trustPage = reach?.trustPages[0];
  return (
    <main className="notice-page">
      <h1>{t('insecure-title')}</h1>
      <p>{t('insecure-why')}</p>
      <ul>
        <li>{t('insecure-camera')}</li>
        <li>{t('insecure-offline')}</li>
        <li>{t('insecure-install')}</li>
        <li>{t('insecure-crypto')}</li>
      </ul>
      {trustPage ? (
        <p>
          <a href={trustPage}>{t('insecure-trust')}</a>
        </p>
      ) : null}
      {secure ? (
        <p>
          <a href={`${secure}/phone/`}>{t('insecure-open')}</a>
        </p>
      ) : (
        <p>{t(reach?.mode === 'plain' ? 'insecure-operator' : 'insecure-next')}</p>
      )}
      <p>{t('insecure-meanwhile')}</p>
      <BigButton tone="plain" onPress={onGo}>
        {t('insecure-go')}
      </BigButton>
    </main>
  );
}
