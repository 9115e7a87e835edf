import { Button, Card, Form, Input } from 'antd';
import { useState } from 'react';
import type { Problem } from '#kernel/problem/problem.ts';
import { ProblemAlert } from '#kernel/ui/console/index.ts';
import { useGo, useSearchWords } from '#kernel/ui/navigation.tsx';
import { problemOf } from '#kernel/ui/problem-of.ts';
import { setSession } from '#kernel/ui/session.ts';
import { useText } from '#kernel/ui/use-text.ts';
import { askJson } from '../client/http.ts';
import { nextPath } from '../client/next-path.ts';
import { knowsPasskeys, signInWithPasskey, standsUnderName } from '../client/passkeys.ts';
import { enter, toSession } from '../client/session.ts';
import { type PlaceView, paths, type SessionView } from '../contract/http.ts';
import { text } from '../messages/index.ts';
import { usePasskeyWork } from './use-passkey-work.tsx';

interface Fields {
  readonly phone: string;
  readonly pin: string;
  readonly code?: string;
}

export default function SignIn() {
  const t = useText(text);
  const go = useGo();
  const { next } = useSearchWords();
  const [busy, setBusy] = useState(false);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [asksCode, setAsksCode] = useState(false);
  const [view, setView] = useState<SessionView | null>(null);
  const proceed = () => go(nextPath('/console', next), { replace: true });

  const passkey = usePasskeyWork();

  const take = (answer: SessionView) => {
    if (answer.places.length > 0 && enter(answer).length === 0) return proceed();
    setView(answer);
  };
  const withPasskey = () => passkey.run(async () => take(await signInWithPasskey()));

  const send = async (fields: Fields) => {
    setBusy(true);
    try {
      take(await askJson<SessionView>(paths.signIn, fields));
      setProblems([]);
    } catch (error) {
      const problem = problemOf(error);
      const needsCode = problem.code === 'accounts.needs-code';
      if (needsCode) setAsksCode(true);
      setProblems(needsCode ? [] : [problem]);
    }
    setBusy(false);
  };

  const choose = (place: PlaceView) => {
    setSession(toSession(place));
    proceed();
  };

  return (
    <Card style={{ width: 'min(440px, 100%)' }}>
      <h1>{t('sign-in')}</h1>
      {view === null ? (
        <Form<Fields> layout="vertical" size="large" requiredMark={false} onFinish={send}>
          <Form.Item
            name="phone"
            label={t('sign-in.phone')}
            rules={[{ required: true, message: t('required') }]}
          >
            <Input type="tel" inputMode="tel" autoComplete="username" />
          </Form.Item>
          <Form.Item name="pin" label={t('sign-in.pin')} rules={[{ required: true, message: t('required') }]}>
            <Input.Password autoComplete="current-password" maxLength={64} />
          </Form.Item>
          {asksCode ? (
            <Form.Item
              name="code"
              label={t('sign-in.code')}
              extra={t('sign-in.code-hint')}
              rules={[{ required: true, message: t('required') }]}
            >
              <Input autoFocus autoComplete="one-time-code" maxLength={20} />
            </Form.Item>
          ) : null}
          <ProblemAlert problems={problems} />
          <Button type="primary" htmlType="submit" block loading={busy}>
            {t('sign-in.go')}
          </Button>
          <p>{t('sign-in.forgot')}</p>
          {knowsPasskeys() && standsUnderName(window.location.hostname) ? (
            <>
              <Button block loading={passkey.busy} onClick={() => void withPasskey()}>
                {t('sign-in.passkey')}
              </Button>
              {passkey.alert}
            </>
          ) : null}
        </Form>
      ) : (
        <Places view={view} onChoose={choose} />
      )}
    </Card>
  );
}

function Places({ view, onChoose }: { view: SessionView; onChoose: (place: PlaceView) => void }) {
  const t = useText(text);
  if (view.places.length === 0) return <p role="status">{t('sign-in.no-place')}</p>;
  return (
    <>
      <h2>{t('sign-in.choose')}</h2>
      {view.places.map((place) => (
        <p key={place.areaId}>
          <Button block size="large" onClick={() => onChoose(place)}>
            {place.areaName} · {t(`role.${place.role}`)}
          </Button>
        </p>
      ))}
    </>
  );
}
