import { Alert, Button } from 'antd';
import { useNetwork } from '#kernel/ui/network.ts';
import { useText } from '#kernel/ui/use-text.ts';
import { Command } from './connect/command.tsx';
import { text } from './connect/messages/index.ts';

/** Before anything else on plain HTTP: what others can see, what will not work, and what to do about it. */
export function Insecure({ onGo }: { onGo: () => void }) {
  const t = useText(text);
  const reach = useNetwork();
  const secure = reach?.origins.find((origin) => origin.startsWith('https:'));
  return (
    <main className="insecure">
      <h1>{t('insecure-title')}</h1>
      <p>{t('insecure-why')}</p>
      <ul>
        <li>{t('insecure-camera')}</li>
        <li>{t('insecure-copy')}</li>
      </ul>
      {reach?.mode === 'plain' ? (
        <>
          <p>{t('insecure-how')}</p>
          <Command />
        </>
      ) : null}
      {secure ? (
        <p>
          <Button type="primary" href={`${secure}/console/`}>
            {t('insecure-open')}
          </Button>
        </p>
      ) : null}
      {reach?.trustPages[0] ? (
        <p>
          <a href={reach.trustPages[0]}>{t('insecure-trust')}</a>
        </p>
      ) : null}
      {reach && !secure && reach.mode !== 'plain' ? <p>{t('insecure-proxy')}</p> : null}
      <p>{t('insecure-next')}</p>
      <Button onClick={onGo}>{t('insecure-go')}</Button>
    </main>
  );
}

/** Stays above every page for as long as the connection is open to others. */
export function InsecureBand() {
  const t = useText(text);
  return window.isSecureContext ? null : <Alert type="warning" banner title={t('insecure')} />;
}
