import { Button, Descriptions, Form, Input, Space } from 'antd';
import { DetailDrawer, ProblemAlert, Section } from '#kernel/ui/console/index.ts';
import { useMay } from '#kernel/ui/session.ts';
import { useSubmit } from '#kernel/ui/use-submit.ts';
import { useLanguage, useText } from '#kernel/ui/use-text.ts';
import { whenText } from '#kernel/ui/when.ts';
import type { DeviceView } from '../contract/queries.ts';
import { devicesRules } from '../contract/rules.ts';
import { text } from '../messages/index.ts';
import { useDeviceWords } from './device-columns.tsx';
import { RevokeForm } from './revoke-form.tsx';

/** One phone: whom to call, what it says of itself, its name, taking it out of use and back. */
export function DeviceDrawer(props: { device: DeviceView | undefined; onClose: () => void }) {
  const { device, onClose } = props;
  const t = useText(text);
  const { nameOf } = useDeviceWords();
  return (
    <DetailDrawer title={device ? nameOf(device) : t('title')} open={device !== undefined} onClose={onClose}>
      {device === undefined ? null : (
        <Space key={device.id} orientation="vertical" size="middle" style={{ width: '100%' }}>
          <Call device={device} />
          <Facts device={device} />
          <Rename device={device} />
          {device.revokedAt === null ? (
            <RevokeForm device={device} onDone={onClose} />
          ) : (
            <Restore device={device} />
          )}
        </Space>
      )}
    </DetailDrawer>
  );
}

/** Who was on it last stands first: that is who most likely has it in the hand. */
function Call({ device }: { device: DeviceView }) {
  const t = useText(text);
  const { userOf } = useDeviceWords();
  if (device.revokedAt !== null) return null;
  return (
    <Section title={t('drawer-call')}>
      {device.users.length === 0 ? (
        <p>{t('call-none')}</p>
      ) : (
        <>
          <p>{t('call-hint')}</p>
          <ol>
            {device.users.map((user) => (
              <li key={user.memberId}>
                {userOf(user)} {user.phoneMask}
              </li>
            ))}
          </ol>
        </>
      )}
    </Section>
  );
}

function Facts({ device }: { device: DeviceView }) {
  const t = useText(text);
  const language = useLanguage();
  const { clockOf } = useDeviceWords();
  const storage = { true: 'storage-kept', false: 'storage-may-go', null: 'storage-unknown' } as const;
  const when = (at: number | null) => (at === null ? t('never') : whenText(at, language));
  const items = [
    { key: 'pending', label: t('pending'), children: device.pending },
    { key: 'last', label: t('last-seen'), children: when(device.lastSeenAt) },
    { key: 'clock', label: t('clock'), children: clockOf(device) },
    { key: 'version', label: t('version'), children: device.appVersion ?? '—' },
    { key: 'platform', label: t('platform'), children: device.platform ?? '—' },
    { key: 'storage', label: t('storage'), children: t(storage[`${device.persisted}`]) },
    {
      key: 'enrolled',
      label: t('enrolled'),
      children: device.enrolledAt === null ? '—' : when(device.enrolledAt),
    },
    { key: 'device', label: t('device'), children: device.id.slice(-6) },
  ];
  if (device.revokedAt !== null) {
    const because = [t(`because.${device.because ?? 'other'}`), device.note].filter(Boolean).join(' · ');
    items.unshift(
      { key: 'because', label: t('revoke-because'), children: because },
      { key: 'by', label: t('revoked-by'), children: device.revokedBy ?? '—' },
      { key: 'at', label: t('revoked-at'), children: when(device.revokedAt) },
    );
  }
  return <Descriptions column={1} size="small" items={items} />;
}

function Rename({ device }: { device: DeviceView }) {
  const t = useText(text);
  const { submit, busy, problems } = useSubmit(t('rename-done'));
  const save = ({ label }: { label?: string }) =>
    submit('devices.rename', 1, { deviceId: device.id, label: label?.trim() || null });
  return (
    <Section title={t('rename-title')}>
      <Form layout="vertical" initialValues={{ label: device.label ?? '' }} onFinish={(f) => void save(f)}>
        <Form.Item name="label" label={t('rename-label')}>
          <Input maxLength={40} placeholder={t('rename-hint')} />
        </Form.Item>
        <ProblemAlert problems={problems} />
        <Button htmlType="submit" loading={busy}>
          {t('rename-save')}
        </Button>
      </Form>
    </Section>
  );
}

function Restore({ device }: { device: DeviceView }) {
  const t = useText(text);
  const may = useMay(devicesRules, 'devices:restore');
  const { submit, busy, problems } = useSubmit(t('restore-done'));
  return (
    <Section title={t('restore-title')}>
      <p>{t('restore-lead')}</p>
      <ProblemAlert problems={problems} />
      <Button
        loading={busy}
        disabled={!may}
        title={may ? '' : t('restore-not-allowed')}
        onClick={() => void submit('devices.restore', 1, { deviceId: device.id })}
      >
        {t('restore-save')}
      </Button>
    </Section>
  );
}
