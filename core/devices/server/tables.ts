import type { TableSpec } from '#kernel/db/columns.ts';
import type { DeviceRow, KeyRow } from '../domain/state.ts';

export const deviceTable: TableSpec<DeviceRow> = {
  table: 'devices.device',
  key: ['id'],
  columns: {
    id: 'uuid',
    version: 'int8',
    label: 'text',
    platform: 'text',
    appVersion: 'text',
    enrolledAt: 'timestamptz',
    revokedAt: 'timestamptz',
    revokedBy: 'text',
    because: 'text',
    note: 'text',
  },
};

export const keyTable: TableSpec<KeyRow> = {
  table: 'devices.author_key',
  key: ['id'],
  columns: {
    id: 'uuid',
    version: 'int8',
    deviceId: 'uuid',
    memberId: 'uuid',
    publicKey: 'text',
    enrolledAt: 'timestamptz',
    endedAt: 'timestamptz',
    endedBecause: 'text',
  },
};
