import type { Stamp } from '#kernel/command/module.ts';
import type { DevicesEvent } from '../contract/commands.ts';
import type { DeviceRow, DevicesState } from './state.ts';

export function evolve(state: DevicesState, event: DevicesEvent, stamp: Stamp): void {
  switch (event.type) {
    case 'devices.enrolled': {
      const { keyId, deviceId, memberId, publicKey, platform, appVersion } = event.data;
      const { enrolledAt } = deviceOf(state, deviceId);
      change(state, deviceId, { platform, appVersion, enrolledAt: enrolledAt ?? stamp.at }, stamp);
      const open = { enrolledAt: stamp.at, endedAt: null, endedBecause: null };
      state.keys.put({ id: keyId, deviceId, memberId, publicKey, ...open, version: stamp.version });
      return;
    }
    case 'devices.renamed':
      change(state, event.data.deviceId, { label: event.data.label }, stamp);
      return;
    case 'devices.revoked': {
      const { deviceId, because, note } = event.data;
      const revokedBy = stamp.actorId;
      change(state, deviceId, { revokedAt: stamp.receivedAt, revokedBy, because, note: note || null }, stamp);
      for (const key of state.keys.by('device', deviceId)) {
        if (key.endedAt !== null) continue;
        const ended = { endedAt: stamp.receivedAt, endedBecause: 'revoked' } as const;
        state.keys.put({ ...key, ...ended, version: stamp.version });
      }
      return;
    }
    case 'devices.restored':
      change(
        state,
        event.data.deviceId,
        { revokedAt: null, revokedBy: null, because: null, note: event.data.note || null },
        stamp,
      );
      return;
    case 'devices.flag-settled': {
      const flag = state.flags.get(event.data.discrepancyId);
      if (flag) flag.settled = true;
    }
  }
}

const BLANK: Omit<DeviceRow, 'id' | 'version'> = {
  label: null,
  platform: null,
  appVersion: null,
  enrolledAt: null,
  revokedAt: null,
  revokedBy: null,
  because: null,
  note: null,
};

const deviceOf = (state: DevicesState, id: string): DeviceRow =>
  state.devices.get(id) ?? { ...BLANK, id, version: 0 };

function change(state: DevicesState, id: string, to: Partial<DeviceRow>, { version }: Stamp): void {
  state.devices.put({ ...deviceOf(state, id), ...to, version });
}
