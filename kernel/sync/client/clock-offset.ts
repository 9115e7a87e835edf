import type { ClockMeasure } from './records.ts';

/** A slower answer says nothing useful about the clock, ms. */
const LONGEST_USEFUL = 20_000;

/**
 * How far the server's clock is ahead, measured on one request: the answer is taken to be written half-way through,
 * so it is wrong by at most half the round trip (Cristian 1989).
 *
 * The earlier measure is kept unless the new one is sharper, or so different that a clock must have been set: commands
 * made under one measure then travel together.
 */
export function measureClock(
  before: ClockMeasure | null,
  sentAt: number,
  receivedAt: number,
  serverNow: number,
): ClockMeasure | null {
  const roundTrip = receivedAt - sentAt;
  if (roundTrip < 0 || roundTrip > LONGEST_USEFUL) return before;
  const measured = { offset: Math.round(serverNow - (sentAt + receivedAt) / 2), roundTrip };
  if (!before) return measured;
  const doubt = (before.roundTrip + roundTrip) / 2 + 1;
  const wasSet = Math.abs(measured.offset - before.offset) > doubt;
  return wasSet || roundTrip < before.roundTrip / 2 ? measured : before;
}

/**
 * The latest time, server's clock, that is known to have come: what the device's clock says by its offset, and never
 * earlier than what was seen before, so that setting a clock back wins nothing.
 */
export function knownTime(
  meta: { readonly clock: ClockMeasure | null; readonly latest: number },
  deviceNow: number,
): number {
  return Math.max(meta.latest, deviceNow + (meta.clock?.offset ?? 0));
}
