import { Button, Form, Input, Radio } from 'antd';
import type { ReactNode } from 'react';
import type { Problem } from '../../problem/problem.ts';
import { ProblemAlert } from './problem-alert.tsx';

export interface Settling<W extends string> {
  readonly resolution: W;
  readonly note: string;
  /** What the form items of `extra` hold, by name. */
  readonly more: Readonly<Record<string, string | undefined>>;
}

export interface SettleWords {
  readonly way: string;
  readonly note: string;
  readonly hint: string;
  readonly required: string;
  readonly save: string;
}

/** One contradiction, the ways that fit it, and the reason: the same for every module. */
export function SettleForm<W extends string>(props: {
  readonly ways: readonly { readonly value: W; readonly label: string }[];
  readonly words: SettleWords;
  readonly noteRequired?: boolean;
  /** Form items that a way asks for besides. */
  readonly extra?: (way: W | undefined) => ReactNode;
  readonly busy: boolean;
  readonly problems: readonly Problem[];
  /** Why the person may not settle; absent where he or she may. */
  readonly notAllowed?: string;
  readonly onSettle: (settling: Settling<W>) => Promise<void>;
}) {
  const { ways, words, extra, busy, problems, notAllowed, onSettle } = props;
  const [form] = Form.useForm<Record<string, string | undefined>>();
  const picked = Form.useWatch('resolution', form);
  const wayOf = (value: string | undefined) => ways.find((way) => way.value === value)?.value;
  const settle = async ({ resolution, note = '', ...more }: Record<string, string | undefined>) => {
    const way = wayOf(resolution);
    if (way !== undefined) await onSettle({ resolution: way, note: note.trim(), more });
  };
  return (
    <Form form={form} layout="vertical" onFinish={(fields) => void settle(fields)}>
      <Form.Item name="resolution" label={words.way} rules={[{ required: true, message: words.required }]}>
        <Radio.Group className="settle-ways" options={[...ways]} />
      </Form.Item>
      {extra?.(wayOf(picked))}
      <Form.Item
        name="note"
        label={words.note}
        extra={words.hint}
        rules={props.noteRequired ? [{ required: true, whitespace: true, message: words.required }] : []}
      >
        <Input.TextArea maxLength={200} rows={3} />
      </Form.Item>
      <ProblemAlert problems={problems} />
      <Button
        type="primary"
        htmlType="submit"
        loading={busy}
        disabled={notAllowed !== undefined}
        title={notAllowed ?? ''}
      >
        {words.save}
      </Button>
    </Form>
  );
}
