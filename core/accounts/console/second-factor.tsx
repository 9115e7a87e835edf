import { Alert, Button, Flex, Form, Input } from 'antd';
import { useState } from 'react';
import type { Problem } from '#kernel/problem/problem.ts';
import { ProblemAlert, Section } from '#kernel/ui/console/index.ts';
import { notify } from '#kernel/ui/notices.ts';
import { problemOf } from '#kernel/ui/problem-of.ts';
import { useText } from '#kernel/ui/use-text.ts';
import { askJson } from '../client/http.ts';
import { type OwnSessions, paths, type SecondFactorBegun } from '../contract/http.ts';
import { text } from '../messages/index.ts';
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
      {state.isOn ? (
        <SetUp left={state.recoveryCodesLeft} onChange={onChange} />
      ) : (
        <NotSetUp onConfirmed={confirmed} />
      )}
    </Section>
  );
}

function NotSetUp({ onConfirmed }: { onConfirmed: (codes: readonly string[]) => Promise<void> }) {
  const t = useText(text);
  const [begun, setBegun] = useState<SecondFactorBegun>();
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const begin = async () => {
    try {
      setBegun(await askJson<SecondFactorBegun>(paths.beginSecondFactor, {}));
    } catch (error) {
      setProblems([problemOf(error)]);
    }
  };
  const confirm = async (code: string) => {
    const { recoveryCodes } = await askJson<{ recoveryCodes: string[] }>(paths.confirmSecondFactor, { code });
    await onConfirmed(recoveryCodes);
  };
  if (!begun) {
    return (
      <>
        <p>{t('factor.why')}</p>
        <ProblemAlert problems={problems} />
        <Button onClick={() => void begin()}>{t('factor.begin')}</Button>
      </>
    );
  }
  return (
    <>
      <p>{t('factor.scan')}</p>
      <LinkQr link={begun.uri} label={t('factor.qr')} />
      <p>{t('factor.typed', { secret: begun.secret.replace(/(.{4})(?=.)/g, '$1 ') })}</p>
      <CodeForm label={t('sign-in.code')} go={t('factor.confirm')} onCode={confirm} />
    </>
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

function CodeForm(props: {
  label: string;
  go: string;
  onCode: (code: string) => Promise<void>;
  other?: string;
  onOther?: (code: string) => Promise<void>;
}) {
  const { label, go, onCode, other, onOther } = props;
  const t = useText(text);
  const [form] = Form.useForm<{ code: string }>();
  const [busy, setBusy] = useState(false);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const send = async (work: (code: string) => Promise<void>) => {
    const fields = await form.validateFields().catch(() => null);
    if (!fields) return;
    setBusy(true);
    try {
      await work(fields.code);
      setProblems([]);
      form.resetFields();
    } catch (error) {
      setProblems([problemOf(error)]);
    }
    setBusy(false);
  };
  return (
    <Form form={form} layout="vertical" requiredMark={false} onFinish={() => void send(onCode)}>
      <Form.Item name="code" label={label} rules={[{ required: true, min: 6, message: t('required') }]}>
        <Input autoComplete="one-time-code" maxLength={20} style={{ width: '14em' }} />
      </Form.Item>
      <ProblemAlert problems={problems} />
      <Flex gap="middle">
        <Button type="primary" htmlType="submit" loading={busy}>
          {go}
        </Button>
        {other && onOther ? (
          <Button danger loading={busy} onClick={() => void send(onOther)}>
            {other}
          </Button>
        ) : null}
      </Flex>
    </Form>
  );
}
