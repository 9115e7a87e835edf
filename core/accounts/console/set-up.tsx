import { useQuery } from '@tanstack/react-query';
import { Button, Card, Form, Input } from 'antd';
import { useState } from 'react';
import type { Problem } from '#kernel/problem/problem.ts';
import { ErrorFace, LoadingFace, ProblemAlert } from '#kernel/ui/console/index.ts';
import { GoLink, useGo } from '#kernel/ui/navigation.tsx';
import { problemOf } from '#kernel/ui/problem-of.ts';
import { useText } from '#kernel/ui/use-text.ts';
import { askJson } from '../client/http.ts';
import { enter } from '../client/session.ts';
import { paths, type SessionView, type SetUpView } from '../contract/http.ts';
import { text } from '../messages/index.ts';
import { consolePaths } from '../paths.ts';
import { NewPinFields } from './new-pin-fields.tsx';

interface Fields {
  readonly areaName: string;
  readonly name: string;
  readonly phone: string;
  readonly pin: string;
  readonly again: string;
}

/** The first page of a fresh installation, opened by the one-time link that the start prints. */
export default function SetUp() {
  const t = useText(text);
  const token = window.location.hash.slice(1);
  const state = useQuery({ queryKey: ['set-up'], queryFn: () => askJson<SetUpView>(paths.setUp) });
  if (state.isPending) return <LoadingFace />;
  if (state.isError) return <ErrorFace error={state.error} retry={() => void state.refetch()} />;
  const why = !state.data.needed ? t('set-up.done') : token === '' ? t('set-up.no-token') : null;
  return (
    <Card style={{ width: 'min(440px, 100%)' }}>
      <h1>{t('set-up')}</h1>
      {why === null ? (
        <SetUpForm token={token} offersDemo={state.data.demo} />
      ) : (
        <>
          <p>{why}</p>
          <GoLink to={consolePaths.signIn}>{t('set-up.to-sign-in')}</GoLink>
        </>
      )}
    </Card>
  );
}

function SetUpForm({ token, offersDemo }: { token: string; offersDemo: boolean }) {
  const t = useText(text);
  const go = useGo();
  const [form] = Form.useForm<Fields>();
  const [demo, setDemo] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problems, setProblems] = useState<readonly Problem[]>([]);

  const send = async ({ areaName, name, phone, pin }: Fields) => {
    setBusy(true);
    try {
      enter(
        await askJson<SessionView>(paths.setUp, { token, demo, areaName: areaName ?? '', name, phone, pin }),
      );
      go('/', { replace: true });
    } catch (error) {
      setProblems([problemOf(error)]);
      setBusy(false);
    }
  };

  const required = { required: true, message: t('required') };
  return (
    <Form<Fields> form={form} layout="vertical" size="large" requiredMark={false} onFinish={send}>
      <p>{demo ? t('set-up.demo-lead') : t('set-up.lead')}</p>
      {demo ? null : (
        <Form.Item name="areaName" label={t('set-up.area')} rules={[required]}>
          <Input placeholder={t('set-up.area-hint')} maxLength={40} />
        </Form.Item>
      )}
      <Form.Item name="name" label={t('set-up.secretary')} rules={[required]}>
        <Input maxLength={40} autoComplete="name" />
      </Form.Item>
      <Form.Item name="phone" label={t('set-up.phone')} rules={[required]}>
        <Input type="tel" inputMode="tel" autoComplete="username" />
      </Form.Item>
      <NewPinFields label={t('set-up.pin')} again={t('set-up.pin-again')} />
      <ProblemAlert problems={problems} />
      <Button type="primary" htmlType="submit" block loading={busy}>
        {demo ? t('set-up.demo-go') : t('set-up.go')}
      </Button>
      {offersDemo ? (
        <Button type="link" block onClick={() => setDemo(!demo)}>
          {demo ? t('set-up') : t('set-up.or-demo')}
        </Button>
      ) : null}
    </Form>
  );
}
