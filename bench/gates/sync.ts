import { MAX_BATCH } from '#kernel/sync/protocol.ts';
import type { Caller, Done } from '../caller.ts';
import { countFlags, type Flags } from './flags.ts';

export interface Synced {
  readonly seconds: number;
  readonly passages: number;
  readonly flags: Flags;
}

/** Ten phones come back at once: each sends its next batch when the one before is answered, as phones do. */
export async function syncDay(
  phones: readonly Caller[],
  held: readonly (readonly Done[])[],
): Promise<Synced> {
  const flags: Flags = {};
  const start = performance.now();
  await Promise.all(phones.map((phone, i) => sendAll(phone, held[i] ?? [], flags)));
  return {
    seconds: (performance.now() - start) / 1000,
    passages: held.reduce((sum, one) => sum + one.length, 0),
    flags,
  };
}

async function sendAll(phone: Caller, held: readonly Done[], flags: Flags): Promise<void> {
  for (let from = 0; from < held.length; from += MAX_BATCH) {
    countFlags(flags, await phone.push(held.slice(from, from + MAX_BATCH)));
  }
}
