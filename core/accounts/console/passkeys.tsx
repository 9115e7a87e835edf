import { Alert, Button, Flex, Form, Input, Popconfirm, Space } from 'antd';
import { useState } from 'react';
import { Section } from '#kernel/ui/console/index.ts';
import { notify } from '#kernel/ui/notices.ts';
import { withStepUp } from '#kernel/ui/step-up.ts';
import { useLanguage, useText } from '#kernel/ui/use-text.ts';
import { whenText } from '#kernel/ui/when.ts';
import { askJson } from '../client/http.ts';
import { addPasskey, knowsPasskeys } from '../client/passkeys.ts';
import { type OwnPasskey, type OwnSessions, paths } from '../contract/http.ts';
import { text } from '../messages/index.ts';
import { usePasskeyWork } from './use-passkey-work.tsx';

type Props = Pick<OwnSessions, 'passkeys' | 'passkeyHindrance'> & { onChange: () => Promise<void> };

/** The own passkeys: making one on this device, calling it something, taking it off. Says why where it cannot be done. */
export function Passkeys({ passkeys, passkeyHindrance, onChange }: Props) {
  const t = useText(text);
  const hindrance = passkeyHindrance ?? (knowsPasskeys() ? null : 'browser');
  return (
    <Section title={t('passkey')}>
      <p>{t('passkey.why')}</p>
      <Space orientation="vertical" style={{ width: '100%' }}>
        {passkeys.map((passkey) => (
          <Line key={passkey.id} passkey={passkey} onChange={onChange} />
        ))}
      </Space>
      {hindrance === null ? (
        <Adding onAdded={onChange} />
      ) : (
        <Alert type="info" title={t('passkey.not-here')} description={t(`passkey.not-here-${hindrance}`)} />
      )}
    </Section>
  );
}

function Line({ passkey, onChange }: { passkey: OwnPasskey; onChange: () => Promise<void> }) {
  const t = useText(text);
  const language = useLanguage();
  const [renaming, setRenaming] = useState(false);
  const { busy, alert, run } = usePasskeyWork();
  const { id, name, addedAt, lastUsedAt } = passkey;
  const added = whenText(addedAt, language);
  const times =
    lastUsedAt === null
      ? t('passkey.unused', { added })
      : t('passkey.times', { added, used: whenText(lastUsedAt, language) });
  const rename = (next: string) =>
    run(async () => {
      await askJson(paths.renamePasskey, { id, name: next });
      setRenaming(false);
      await onChange();
    });
  const remove = () =>
    run(async () => {
      await withStepUp(() => askJson(paths.removePasskey, { id }));
      notify('done', t('passkey.removed'));
      await onChange();
    });
  if (renaming) {
    return (
      <Form<{ name: string }>
        name={`rename-${id}`}
        layout="inline"
        initialValues={{ name }}
        onFinish={(fields) => void rename(fields.name)}
      >
        <NameField />
        <Button htmlType="submit" loading={busy}>
          {t('passkey.save-name')}
        </Button>
        {alert}
      </Form>
    );
  }
  return (
    <>
      <Flex justify="space-between" align="center" gap="middle">
        <span>
          <strong>{name}</strong>
          <br />
          <small>{times}</small>
        </span>
        <Space>
          <Button aria-label={`${t('passkey.rename')}: ${name}`} onClick={() => setRenaming(true)}>
            {t('passkey.rename')}
          </Button>
          <Popconfirm
            title={t('passkey.remove-ask', { name })}
            okText={t('passkey.remove')}
            cancelText={t('passkey.keep')}
            onConfirm={remove}
          >
            <Button danger loading={busy} aria-label={`${t('passkey.remove')}: ${name}`}>
              {t('passkey.remove')}
            </Button>
          </Popconfirm>
        </Space>
      </Flex>
      {alert}
    </>
  );
}

function Adding({ onAdded }: { onAdded: () => Promise<void> }) {
  const t = useText(text);
  const [form] = Form.useForm<{ name: string; pin: string }>();
  const { busy, alert, run } = usePasskeyWork();
  const add = ({ name, pin }: { name: string; pin: string }) =>
    run(async () => {
      await withStepUp(() => addPasskey(name, pin));
      form.resetFields();
      notify('done', t('passkey.added'));
      await onAdded();
    });
  return (
    <Form
      form={form}
      name="add-passkey"
      layout="vertical"
      requiredMark={false}
      onFinish={(fields) => void add(fields)}
    >
      <NameField />
      <Form.Item name="pin" label={t('account.pin-old')} rules={[{ required: true, message: t('required') }]}>
        <Input.Password autoComplete="current-password" maxLength={64} />
      </Form.Item>
      {alert}
      <Button htmlType="submit" loading={busy}>
        {t('passkey.add')}
      </Button>
    </Form>
  );
}

function NameField() {
  const t = useText(text);
  return (
    <Form.Item
      name="name"
      label={t('passkey.name')}
      rules={[{ required: true, whitespace: true, message: t('required') }]}
    >
      <Input maxLength={40} autoComplete="off" placeholder={t('passkey.name-hint')} />
    </Form.Item>
  );
}
