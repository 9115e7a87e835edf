import { Button, Form, Input, Radio } from 'antd';
import { ProblemAlert, Section } from '#kernel/ui/console/index.ts';
import { useSubmit } from '#kernel/ui/use-submit.ts';
import { useText } from '#kernel/ui/use-text.ts';
import { REASONS, type Reason } from '../contract/commands.ts';
import type { DeviceView } from '../contract/queries.ts';
import { text } from '../messages/index.ts';

interface Fields {
  readonly because: Reason;
  readonly note?: string;
}

/** Takes a phone out of use, after saying what will happen: what is erased, and that nothing unsent is lost. */
export function RevokeForm({ device, onDone }: { device: DeviceView; onDone: () => void }) {
  const t = useText(text);
  const { submit, busy, problems } = useSubmit(t('revoke-done'));
  const save = async ({ because, note }: Fields) => {
    const body = { deviceId: device.id, because, note: note?.trim() ?? '' };
    const answer = await submit('devices.revoke', 1, body);
    if (answer?.first === 'done') onDone();
  };
  return (
    <Section title={t('revoke-title')}>
      <p>{t('revoke-what')}</p>
      <ul>
        <li>{t('revoke-erased')}</li>
        <li>{t('revoke-sessions')}</li>
        <li>{t('revoke-outbox')}</li>
        {device.pending > 0 ? <li>{t('revoke-pending', { count: device.pending })}</li> : null}
      </ul>
      <Form<Fields> layout="vertical" initialValues={{ because: 'lost' }} onFinish={(f) => void save(f)}>
        <Form.Item name="because" label={t('revoke-because')}>
          <Radio.Group
            aria-label={t('revoke-because')}
            options={REASONS.map((value) => ({ value, label: t(`because.${value}`) }))}
          />
        </Form.Item>
        <Form.Item name="note" label={t('revoke-note')}>
          <Input maxLength={200} placeholder={t('revoke-note-hint')} />
        </Form.Item>
        <ProblemAlert problems={problems} />
        <Button danger htmlType="submit" loading={busy}>
          {t('revoke-save')}
        </Button>
      </Form>
    </Section>
  );
}
