import { Button, Form, Input, Popconfirm, Popover } from 'antd';
import { useState } from 'react';
import { ProblemAlert } from '#kernel/ui/console/index.ts';
import { useMay } from '#kernel/ui/session.ts';
import { newId } from '#kernel/ui/submit.ts';
import { useSubmit } from '#kernel/ui/use-submit.ts';
import { useText } from '#kernel/ui/use-text.ts';
import type { PlacesCommandKind } from '../contract/commands.ts';
import { actions, rules } from '../contract/rules.ts';
import { text } from '../messages/index.ts';

/** A button that asks for one name and sends one command: adding and renaming. */
export function NameButton(props: {
  label: string;
  done: string;
  initial?: string;
  primary?: boolean;
  /** @param id a fresh one, for what is added */
  command: (id: string, name: string) => readonly [PlacesCommandKind, unknown];
}) {
  const t = useText(text);
  const may = useMay(rules, actions.change);
  const [open, setOpen] = useState(false);
  const { submit, busy, problems, clear } = useSubmit(props.done);
  const send = async ({ name }: { name: string }) => {
    const [kind, body] = props.command(newId(), name.trim());
    const answer = await submit(kind, 1, body);
    if (answer?.first === 'done') setOpen(false);
  };
  const form = (
    <Form<{ name: string }>
      layout="vertical"
      initialValues={{ name: props.initial ?? '' }}
      onFinish={(f) => void send(f)}
    >
      <Form.Item
        name="name"
        label={t('places.name')}
        rules={[{ required: true, whitespace: true, message: t('places.required') }]}
      >
        <Input maxLength={40} autoFocus autoComplete="off" />
      </Form.Item>
      <ProblemAlert problems={problems} />
      <Button type="primary" htmlType="submit" loading={busy}>
        {t('places.save')}
      </Button>
    </Form>
  );
  return (
    <Popover
      content={form}
      trigger="click"
      open={open}
      destroyOnHidden
      onOpenChange={(next) => {
        clear();
        setOpen(next && may);
      }}
    >
      <Button
        type={props.primary ? 'primary' : 'default'}
        aria-expanded={open}
        disabled={!may}
        title={may ? '' : t('places.not-allowed')}
      >
        {props.label}
      </Button>
    </Popover>
  );
}

/** Closing a place, asked once more. Why it does not work is said in a toast and in place. */
export function EndButton(props: { kind: PlacesCommandKind; body: unknown; onEnded?: () => void }) {
  const t = useText(text);
  const may = useMay(rules, actions.change);
  const { submit, busy } = useSubmit(t('places.ended'));
  const end = async () => {
    const answer = await submit(props.kind, 1, props.body);
    if (answer?.first === 'done') props.onEnded?.();
  };
  return (
    <Popconfirm
      title={t('places.end')}
      description={t('places.end-ask')}
      okText={t('places.end')}
      cancelText={t('places.end-no')}
      onConfirm={end}
    >
      <Button type="text" danger loading={busy} disabled={!may} title={may ? '' : t('places.not-allowed')}>
        {t('places.end')}
      </Button>
    </Popconfirm>
  );
}
