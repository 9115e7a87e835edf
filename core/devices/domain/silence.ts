import type { DeviceView } from '../contract/queries.ts';

/** Clocks closer than this are right for our purpose. */
const CLOCK_TOLERANCE_MS = 2 * 60_000;

export interface Silence {
  readonly silent: boolean;
  /** Whole minutes since it was last heard; null when it never was. */
  readonly minutes: number | null;
  /** It told of records that it could not send: someone has to walk to it. */
  readonly holds: boolean;
}

/** One that enrolled and never synced is as silent as can be; one out of use is nobody's worry. */
export function silenceOf(
  device: Pick<DeviceView, 'lastSeenAt' | 'pending' | 'revokedAt'>,
  now: number,
  silentMinutes: number,
): Silence {
  const ms = device.lastSeenAt === null ? Number.POSITIVE_INFINITY : Math.max(0, now - device.lastSeenAt);
  return {
    silent: device.revokedAt === null && ms > silentMinutes * 60_000,
    minutes: device.lastSeenAt === null ? null : Math.floor(ms / 60_000),
    holds: device.pending > 0,
  };
}

/**
 * @param offset server clock minus device clock, ms
 * @returns whole minutes the device is ahead (negative: behind); 0 while right or not measured
 */
export function clockMinutes(offset: number | null): number {
  if (offset === null || Math.abs(offset) <= CLOCK_TOLERANCE_MS) return 0;
  return Math.round(-offset / 60_000);
}
