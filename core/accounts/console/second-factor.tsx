import { Alert, Button, Form, Input } from 'antd';
import { useState } from 'react';
import type { Problem } from '#kernel/problem/problem.ts';
import { ProblemAlert, Section } from '#kernel/ui/console/index.ts';
import { notify } from '#kernel/ui/notices.ts';
import { problemOf } from '#kernel/ui/problem-of.ts';
import { withStepUp } from '#kernel/ui/step-up.ts';
import { useText } from '#kernel/ui/use-text.ts';
import { askJson } from '../client/http.ts';
import { type OwnSessions, paths, type SecondFactorBegun } from '../contract/http.ts';
import { text } from '../messages/index.ts';
import { CodeForm } from './code-form.tsx';
import { LinkQr } from './link-qr.tsx';

/** Setting up an authenticator, showing a code before an export, taking it off. */
export function SecondFactor(props: { state: OwnSessions['secondFactor']; onChange: () => Promise<void> }) {
  const { state, onChange } = props;
  const t = useText(text);
  const [codes, setCodes] = useState<readonly string[]>([]);
  const confirmed = async (recoveryCodes: readonly string[]) => {
    setCodes(recoveryCodes);
    await onChange();
  };
  return (
    <Section title={t('factor')}>
      {codes.length === 0 ? null : (
        <Alert
          type="warning"
          title={t('factor.recovery')}
          description={
            <>
              <p>{t('factor.recovery-why')}</p>
              <pre>{codes.join('\n')}</pre>
            </>
          }
        />
      )}
      {state.isOn && codes.length === 0 ? <SetUp left={state.recoveryCodesLeft} onChange={onChange} /> : null}
      {state.isOn ? null : <NotSetUp onConfirmed={confirmed} />}
    </Section>
  );
}

function NotSetUp({ onConfirmed }: { onConfirmed: (codes: readonly string[]) => Promise<void> }) {
  const t = useText(text);
  const [begun, setBegun] = useState<SecondFactorBegun>();
  const confirm = async (code: string) => {
    const { recoveryCodes } = await askJson<{ recoveryCodes: string[] }>(paths.confirmSecondFactor, { code });
    await onConfirmed(recoveryCodes);
  };
  if (!begun) return <Beginning onBegun={setBegun} />;
  return (
    <>
      <p>{t('factor.scan')}</p>
      <LinkQr link={begun.uri} label={t('factor.qr')} />
      <p>{t('factor.typed', { secret: begun.secret.replace(/(.{4})(?=.)/g, '$1 ') })}</p>
      <CodeForm label={t('sign-in.code')} go={t('factor.confirm')} onCode={confirm} />
    </>
  );
}

/** With the PIN: whoever sits down at an open desk must not make the account his own. */
function Beginning({ onBegun }: { onBegun: (begun: SecondFactorBegun) => void }) {
  const t = useText(text);
  const [busy, setBusy] = useState(false);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const begin = async ({ pin }: { pin: string }) => {
    setBusy(true);
    try {
      onBegun(await withStepUp(() => askJson<SecondFactorBegun>(paths.beginSecondFactor, { pin })));
    } catch (error) {
      setProblems([problemOf(error)]);
    }
    setBusy(false);
  };
  return (
    <Form
      name="begin-factor"
      layout="vertical"
      requiredMark={false}
      onFinish={(fields: { pin: string }) => void begin(fields)}
    >
      <p>{t('factor.why')}</p>
      <Form.Item name="pin" label={t('account.pin-old')} rules={[{ required: true, message: t('required') }]}>
        <Input.Password autoComplete="current-password" maxLength={64} />
      </Form.Item>
      <ProblemAlert problems={problems} />
      <Button htmlType="submit" loading={busy}>
        {t('factor.begin')}
      </Button>
    </Form>
  );
}

function SetUp({ left, onChange }: { left: number; onChange: () => Promise<void> }) {
  const t = useText(text);
  const ask = async (path: string, code: string, said: string) => {
    await askJson(path, { code });
    notify('done', said);
    await onChange();
  };
  return (
    <>
      <p>{t('factor.on', { count: left })}</p>
      <p>{t('factor.check-why')}</p>
      <CodeForm
        label={t('factor.code')}
        go={t('factor.check')}
        onCode={(code) => ask(paths.checkSecondFactor, code, t('factor.checked'))}
        other={t('factor.remove')}
        onOther={(code) => ask(paths.removeSecondFactor, code, t('factor.removed'))}
      />
    </>
  );
}
