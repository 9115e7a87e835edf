import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import type { Problem } from '#kernel/problem/problem.ts';
import { ProblemAlert, Section } from '#kernel/ui/console/index.ts';
import { notify } from '#kernel/ui/notices.ts';
import { problemOf } from '#kernel/ui/problem-of.ts';
import { useText } from '#kernel/ui/use-text.ts';
import { askJson } from '../client/http.ts';
import { paths } from '../contract/http.ts';
import { text } from '../messages/index.ts';
import { NewPinFields } from './new-pin-fields.tsx';

interface Fields {
  readonly oldPin: string;
  readonly pin: string;
  readonly again: string;
}

/** The own PIN, with the old one; everywhere else one is signed out. */
export function ChangePin({ onDone }: { onDone: () => Promise<void> }) {
  const t = useText(text);
  const [form] = Form.useForm<Fields>();
  const [busy, setBusy] = useState(false);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const save = async ({ oldPin, pin }: Fields) => {
    setBusy(true);
    try {
      await askJson(paths.changePin, { oldPin, pin });
      setProblems([]);
      form.resetFields();
      notify('done', t('account.pin-done'));
      await onDone();
    } catch (error) {
      setProblems([problemOf(error)]);
    }
    setBusy(false);
  };
  const required = { required: true, message: t('required') };
  return (
    <Section title={t('account.pin')}>
      <Form<Fields>
        form={form}
        name="change-pin"
        layout="vertical"
        requiredMark={false}
        onFinish={(fields) => void save(fields)}
      >
        <Form.Item name="oldPin" label={t('account.pin-old')} rules={[required]}>
          <Input.Password autoComplete="current-password" maxLength={64} />
        </Form.Item>
        <NewPinFields label={t('account.pin-new')} again={t('account.pin-again')} />
        <ProblemAlert problems={problems} />
        <Button htmlType="submit" loading={busy}>
          {t('account.pin-save')}
        </Button>
      </Form>
    </Section>
  );
}
