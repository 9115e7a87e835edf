import type { PushResponse } from '../protocol.ts';
import { MAX_BATCH } from '../protocol.ts';
import type { SyncDatabase } from './database.ts';
import { readSealed, type SealedRecord, saveAnswers } from './store-outbox.ts';
import { type Transport, TransportFault } from './transport.ts';

/** Sealed bytes of one request, so that it passes whatever stands before the server. */
const MOST_BYTES = 500_000;

export interface Relaying {
  readonly db: SyncDatabase;
  readonly transport: Transport;
  readonly protocol: number;
  readonly deviceId: string;
  /** Whose entries go another way: the author whose session pushes them; null when everybody's are carried. */
  readonly except: string | null;
  readonly signal: AbortSignal;
  /** Told of each answer's server time, to measure the clock. */
  onAnswer?(sentAt: number, response: PushResponse): Promise<void>;
  now(): number;
}

/**
 * Carries what is sealed for the server, oldest first, whoever made it. Safe to repeat. An entry too large to be
 * carried stays. Throws `TransportFault`, `sync.storage-full`.
 * @returns how many were answered
 */
export async function relayWaiting(relaying: Relaying): Promise<number> {
  let limit = MAX_BATCH;
  let above = 0;
  let answered = 0;
  for (;;) {
    const found = await readSealed(relaying.db, relaying.except, above, limit);
    const batch = fitting(found);
    const last = batch.at(-1);
    if (!last) return answered;
    try {
      const told = await carry(relaying, batch);
      answered += told;
      if (told === 0) throw new TransportFault('unreachable');
      limit = Math.min(MAX_BATCH, limit * 2);
      // What the server left unanswered is asked again in the next try.
      above = last.seq;
    } catch (error) {
      if (!(error instanceof TransportFault) || error.reason !== 'too-large') throw error;
      if (batch.length > 1) limit = Math.floor(batch.length / 2);
      else above = last.seq;
    }
  }
}

async function carry(relaying: Relaying, batch: readonly SealedRecord[]): Promise<number> {
  const sentAt = relaying.now();
  const { protocol, deviceId } = relaying;
  const entries = batch.map(({ id, relay }) => ({ id, sealed: relay }));
  const response = await relaying.transport.relay({ protocol, deviceId, entries }, relaying.signal);
  await relaying.onAnswer?.(sentAt, response);
  const asked = new Set(batch.map(({ id }) => id));
  const answers = response.answers.filter((answer) => asked.has(answer.id));
  await saveAnswers(relaying.db, answers);
  return answers.length;
}

/** The first always: an entry larger than the limit alone must be able to go. */
function fitting(found: readonly SealedRecord[]): SealedRecord[] {
  let bytes = 0;
  const end = found.findIndex((entry, i) => {
    bytes += entry.relay.length;
    return i > 0 && bytes > MOST_BYTES;
  });
  return end === -1 ? [...found] : found.slice(0, end);
}
