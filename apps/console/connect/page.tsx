import { Alert, Radio } from 'antd';
import { LoadingFace, Page, Section } from '#kernel/ui/console/index.ts';
import { GoLink } from '#kernel/ui/navigation.tsx';
import { phoneOrigin, phoneOriginCell, useNetwork } from '#kernel/ui/network.ts';
import { useCell } from '#kernel/ui/store.ts';
import { useText } from '#kernel/ui/use-text.ts';
import { Code } from './code.tsx';
import { Command } from './command.tsx';
import { text } from './messages/index.ts';

/** How phones come here without typing: the address, a code to trust it by, a code to open it. */
export default function Connect() {
  const t = useText(text);
  const reach = useNetwork();
  const chosen = useCell(phoneOriginCell);
  if (!reach) return <LoadingFace />;
  const { mode, origins, trustPages, fingerprint } = reach;
  const origin = phoneOrigin(reach, chosen, window.location);
  const trustPage = trustPages[origins.indexOf(origin)] ?? trustPages[0];
  const isLoop = origins.every((one) => /\/\/(localhost|127\.)/.test(one));
  return (
    <Page title={t('title')} lead={t('lead')}>
      {mode === 'plain' ? (
        <Alert
          type="warning"
          showIcon
          title={t('plain-title')}
          description={
            <>
              <p>{t('plain-why')}</p>
              <p>{t('plain-how')}</p>
              <Command />
            </>
          }
        />
      ) : null}
      {isLoop ? <Alert type="warning" showIcon title={t('loop-only')} /> : null}
      {origins.length > 1 ? (
        <Section title={t('address')}>
          <Radio.Group
            value={origin}
            onChange={(event) => phoneOriginCell.set(event.target.value)}
            options={origins.map((one) => ({ value: one, label: one.replace(/^https?:\/\//, '') }))}
          />
          <p>{t('address-why')}</p>
        </Section>
      ) : null}
      <div className="connect-codes">
        {trustPage ? (
          <Section title={t('trust-title')}>
            <Code value={`${trustPage}?to=/phone/`} shown={trustPage} label={t('trust-qr')} />
            <p>{t('trust-why')}</p>
          </Section>
        ) : null}
        <Section title={t(trustPage ? 'join-title' : 'join-title-only')}>
          <Code value={`${origin}/phone/`} shown={`${origin}/phone/`} label={t('join-qr')} />
          <p>{t('join-why')}</p>
          <p>
            <GoLink to="/people">{t('join-invite')}</GoLink>
          </p>
        </Section>
      </div>
      {fingerprint ? (
        <Section title={t('fingerprint')}>
          <p className="connect-print">{fingerprint.replaceAll(':', ' ')}</p>
          <p>{t('fingerprint-why')}</p>
        </Section>
      ) : null}
    </Page>
  );
}
