import { type Column, StateFace } from '#kernel/ui/console/index.ts';
import { useLanguage, useText } from '#kernel/ui/use-text.ts';
import { whenText } from '#kernel/ui/when.ts';
import type { DeviceUser, DeviceView } from '../contract/queries.ts';
import { clockMinutes, silenceOf } from '../domain/silence.ts';
import { text } from '../messages/index.ts';

/** The words for a device, shared by table and drawer. */
export function useDeviceWords() {
  const t = useText(text);
  return {
    nameOf: (device: DeviceView) => device.label ?? t('unnamed', { code: device.id.slice(-6) }),
    userOf: (user: DeviceUser) => (user.hasLeft ? t('left', { name: user.name }) : user.name),
    clockOf(device: DeviceView) {
      const minutes = clockMinutes(device.clockOffset);
      if (minutes === 0) return t('clock-right');
      return minutes > 0 ? t('clock-ahead', { minutes }) : t('clock-behind', { minutes: -minutes });
    },
    stateOf(device: DeviceView, silentMinutes: number) {
      if (device.revokedAt !== null) return t('state-revoked');
      const { silent, minutes } = silenceOf(device, Date.now(), silentMinutes);
      if (!silent) return t('state-fresh');
      return minutes === null ? t('state-silent-ever') : t('state-silent', { minutes });
    },
  };
}

/** @param serves the version this server serves; null while not known */
export function useDeviceColumns(
  silentMinutes: number,
  serves: string | null,
): readonly Column<DeviceView>[] {
  const t = useText(text);
  const language = useLanguage();
  const { nameOf, userOf, clockOf, stateOf } = useDeviceWords();
  const state = (device: DeviceView) => stateOf(device, silentMinutes);
  const version = ({ appVersion }: DeviceView) => {
    if (appVersion === null) return '—';
    return serves === null || appVersion === serves ? appVersion : t('version-old', { version: appVersion });
  };
  return [
    { key: 'name', title: t('name'), value: nameOf },
    { key: 'who', title: t('who'), value: (device) => device.users.map(userOf).join('、') || t('nobody') },
    {
      key: 'state',
      title: t('state'),
      value: state,
      draw: (device) => <StateFace face={faceOf(device, silentMinutes)} word={state(device)} />,
      filter: true,
    },
    { key: 'pending', title: t('pending'), value: (device) => device.pending, align: 'right' },
    {
      key: 'last-seen',
      title: t('last-seen'),
      value: (device) => device.lastSeenAt ?? 0,
      draw: ({ lastSeenAt }) => (lastSeenAt === null ? t('never') : whenText(lastSeenAt, language)),
    },
    { key: 'clock', title: t('clock'), value: (device) => clockMinutes(device.clockOffset), draw: clockOf },
    { key: 'version', title: t('version'), value: version, filter: true },
  ];
}

/** Late only where work is held back: a phone that is silent with nothing to send is no matter. */
function faceOf(device: DeviceView, silentMinutes: number) {
  if (device.revokedAt !== null) return 'refused';
  const { silent, holds } = silenceOf(device, Date.now(), silentMinutes);
  if (!silent) return holds ? 'pending' : 'done';
  return holds ? 'late' : 'pending';
}
