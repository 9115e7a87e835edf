import type { DeviceView } from '#kernel/oversight/contract.ts';

/** A phone asks for news every few minutes while it has a network: silent longer, it stands without one. */
const SILENT_AFTER_MS = 10 * 60_000;
/** Clocks closer than this are right for our purpose. */
const CLOCK_TOLERANCE_MS = 2 * 60_000;

export interface Silence {
  readonly silent: boolean;
  /** Whole minutes since it was last heard. */
  readonly minutes: number;
  /** It told of records that it could not send: someone has to walk to it. */
  readonly holds: boolean;
}

export function silenceOf(device: Pick<DeviceView, 'lastSeenAt' | 'pending'>, now: number): Silence {
  const ms = Math.max(0, now - device.lastSeenAt);
  return { silent: ms > SILENT_AFTER_MS, minutes: Math.floor(ms / 60_000), holds: device.pending > 0 };
}

/**
 * @param offset server clock minus device clock, ms
 * @returns whole minutes the device is ahead (negative: behind); 0 while right or not measured
 */
export function clockMinutes(offset: number | null): number {
  if (offset === null || Math.abs(offset) <= CLOCK_TOLERANCE_MS) return 0;
  return Math.round(-offset / 60_000);
}
