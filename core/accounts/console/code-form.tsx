import { Button, Flex, Form, Input } from 'antd';
import { useId, useState } from 'react';
import type { Problem } from '#kernel/problem/problem.ts';
import { ProblemAlert } from '#kernel/ui/console/index.ts';
import { problemOf } from '#kernel/ui/problem-of.ts';
import { useText } from '#kernel/ui/use-text.ts';
import { text } from '../messages/index.ts';

/** A field for a code, and one or two things to do with it. */
export function CodeForm(props: {
  label: string;
  go: string;
  onCode: (code: string) => Promise<void>;
  other?: string;
  onOther?: (code: string) => Promise<void>;
}) {
  const { label, go, onCode, other, onOther } = props;
  const t = useText(text);
  const id = useId();
  const [form] = Form.useForm<{ code: string }>();
  const [busy, setBusy] = useState(false);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const send = async (work: (code: string) => Promise<void>) => {
    // What is missing is said beside its field.
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
    <Form form={form} name={id} layout="vertical" requiredMark={false} onFinish={() => void send(onCode)}>
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
