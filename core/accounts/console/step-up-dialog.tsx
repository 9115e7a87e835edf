import { useQuery } from '@tanstack/react-query';
import { Button, Modal, Space } from 'antd';
import { ErrorFace, LoadingFace } from '#kernel/ui/console/index.ts';
import { stepUpCell } from '#kernel/ui/step-up.ts';
import { useCell } from '#kernel/ui/store.ts';
import { useText } from '#kernel/ui/use-text.ts';
import { askJson } from '../client/http.ts';
import { knowsPasskeys, showPasskey } from '../client/passkeys.ts';
import { type OwnSessions, paths } from '../contract/http.ts';
import { text } from '../messages/index.ts';
import { CodeForm } from './code-form.tsx';
import { usePasskeyWork } from './use-passkey-work.tsx';

/** Over whatever page wants it shown: a code of the authenticator, or the passkey. */
export function StepUpDialog() {
  const t = useText(text);
  const asked = useCell(stepUpCell);
  return (
    <Modal
      open={asked !== null}
      title={t('step-up')}
      footer={null}
      destroyOnHidden
      onCancel={() => asked?.answer(false)}
    >
      <Ways onShown={() => asked?.answer(true)} />
    </Modal>
  );
}

function Ways({ onShown }: { onShown: () => void }) {
  const t = useText(text);
  const own = useQuery({ queryKey: ['own-sessions'], queryFn: () => askJson<OwnSessions>(paths.sessions) });
  const { busy, alert, run } = usePasskeyWork();
  if (own.isPending) return <LoadingFace />;
  if (own.isError) return <ErrorFace error={own.error} retry={() => void own.refetch()} />;
  const { secondFactor, passkeys, passkeyHindrance } = own.data;
  const show = () =>
    run(async () => {
      await showPasskey();
      onShown();
    });
  const hasPasskey = passkeys.length > 0 && passkeyHindrance === null && knowsPasskeys();
  return (
    <Space orientation="vertical" size="large" style={{ width: '100%' }}>
      <p>{t('step-up.why')}</p>
      {hasPasskey ? (
        <>
          {alert}
          <Button type={secondFactor.isOn ? 'default' : 'primary'} loading={busy} onClick={() => void show()}>
            {t('step-up.passkey')}
          </Button>
        </>
      ) : null}
      {secondFactor.isOn ? (
        <CodeForm
          label={t('factor.code')}
          go={t('factor.check')}
          onCode={async (code) => {
            await askJson(paths.checkSecondFactor, { code });
            onShown();
          }}
        />
      ) : null}
      {hasPasskey || secondFactor.isOn ? null : <p>{t('step-up.elsewhere')}</p>}
    </Space>
  );
}
