import { describe, expect, it } from 'vitest';
import { MINUTE, MORNING } from '../testing/area.ts';
import { type KnownDevice, unsyncedDevices } from './unsynced.ts';

const at = MORNING + 240 * MINUTE;
const device = (id: string, minutesAgo: number, pending = 0): KnownDevice => ({
  id,
  actorId: 'sampler',
  lastSeenAt: at - minutesAgo * MINUTE,
  pending,
});

const listed = (...devices: KnownDevice[]) =>
  unsyncedDevices(devices, MORNING, at, 5).map(({ id, why }) => `${id} ${why}`);

describe('phones that may hold work', () => {
  it('are those with unsent work and those that went silent during the round', () => {
    expect(listed(device('just synced', 1), device('busy', 1, 3), device('in the cellar', 40))).toEqual([
      'busy pending',
      'in the cellar silent',
    ]);
  });

  it('are told as having unsent work also when they went silent', () => {
    expect(listed(device('lost', 90, 12))).toEqual(['lost pending']);
  });

  it('are not those that were last heard before the round', () => {
    expect(listed(device('last week', 7 * 24 * 60, 5))).toEqual([]);
  });
});
