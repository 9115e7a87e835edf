import type { Answer } from '../../command/command.ts';
import { problem } from '../../problem/problem.ts';
import { syncProblems } from '../problems.ts';
import { MAX_BATCH, type PushResponse } from '../protocol.ts';
import { measureClock } from './clock-offset.ts';
import type { OutboxRecord } from './records.ts';
import { relayWaiting } from './relay.ts';
import { type OutboxEntry, openEntries, pendingOf, type Session } from './session.ts';
import { writeDevice } from './store.ts';
import { readOutbox, readWaiting, saveAnswers, saveSealed } from './store-outbox.ts';
import { TransportFault } from './transport.ts';

/** Batches grow back after one was too large for the server or something in front of it. */
export class Pusher {
  private limit = MAX_BATCH;

  constructor(private readonly session: Session) {}

  /**
   * Sends what waits, oldest first, until nothing does. Every command is safe to send again, so whatever breaks off
   * between the request and the answer's last write is simply sent again. Throws `TransportFault`, `sync.storage-full`.
   */
  async pushAll(): Promise<void> {
    for (;;) {
      const batch = await this.nextBatch();
      if (batch.length === 0) return;
      try {
        await this.push(batch);
        this.limit = Math.min(MAX_BATCH, this.limit * 2);
      } catch (error) {
        if (!isAboutTheBatch(error)) throw error;
        if (batch.length > 1) this.limit = Math.floor(batch.length / 2);
        else await this.setAside(batch);
      }
    }
  }

  /**
   * Signs and seals for the server what could not be yet: made before this device's key was enrolled. From then on
   * anybody can carry it.
   */
  async sealWaiting(): Promise<void> {
    const { session } = this;
    const sealed = new Map<number, Pick<OutboxRecord, 'envelope' | 'relay'>>();
    for (const { record, envelope } of session.outbox) {
      const mine = record.authorId === session.actorId && record.state === 'pending';
      if (!mine || record.relay !== null || !envelope) continue;
      const signed = envelope.signature === undefined ? await session.sealer.sign(envelope) : envelope;
      const relay = await session.sealer.sealForServer(signed, record.offset);
      if (relay === null) return;
      sealed.set(record.seq, { envelope: await session.sealer.seal(signed), relay });
    }
    if (sealed.size === 0) return;
    await session.turn(async () => {
      await saveSealed(session.db, sealed);
      session.outbox = await openEntries(session.sealer, await readOutbox(session.db), []);
    });
  }

  /** Carries the sealed entries of others, or of everybody where no session pushes the own ones. */
  async relay(except: string | null): Promise<void> {
    const { session } = this;
    const answered = await relayWaiting({
      db: session.db,
      transport: session.transport,
      protocol: session.protocol,
      deviceId: session.meta.deviceId,
      except,
      signal: session.closing,
      now: () => session.environment.clock.now(),
      onAnswer: (sentAt, response) => noteClock(session, sentAt, session.environment.clock.now(), response),
    });
    if (answered > 0) await session.turn(() => showOutbox(session));
  }

  /** This author's oldest entries that can be opened and were made under one measure of the clock. */
  private async nextBatch(): Promise<OutboxEntry[]> {
    const records = await readWaiting(this.session.db, this.session.actorId, this.limit);
    const entries = await openEntries(this.session.sealer, records, this.session.outbox);
    const open = entries.filter((entry) => entry.envelope !== null);
    const offset = open[0]?.record.offset ?? null;
    const end = open.findIndex(({ record }) => record.offset !== offset);
    return end === -1 ? open : open.slice(0, end);
  }

  private async push(batch: readonly OutboxEntry[]): Promise<void> {
    const { clock } = this.session.environment;
    const sentAt = clock.now();
    const response = await this.session.transport.push(
      {
        protocol: this.session.protocol,
        deviceId: this.session.meta.deviceId,
        clockOffset: batch[0]?.record.offset ?? this.session.meta.clock?.offset ?? null,
        commands: batch.flatMap(({ envelope }) => envelope ?? []),
      },
      this.session.closing,
    );
    await noteClock(this.session, sentAt, clock.now(), response);
    // A server that answers nothing of the batch would be asked for ever.
    const asked = new Set(batch.map(({ record }) => record.id));
    const answers = response.answers.filter((answer) => asked.has(answer.id));
    if (answers.length === 0) throw new TransportFault('unreachable');
    await keepAnswers(this.session, answers);
  }

  /** One command no batch can carry stays on the phone with its reason, and holds the others up no longer. */
  private async setAside(batch: readonly OutboxEntry[]): Promise<void> {
    const answers = batch.map(
      ({ record }): Answer => ({
        id: record.id,
        outcome: 'refused',
        first: 'refused',
        version: 0,
        problems: [problem(syncProblems['not-deliverable'])],
      }),
    );
    await keepAnswers(this.session, answers);
  }
}

function isAboutTheBatch(error: unknown): boolean {
  return error instanceof TransportFault && (error.reason === 'too-large' || error.reason === 'malformed');
}

async function keepAnswers(session: Session, answers: readonly Answer[]): Promise<void> {
  await session.turn(async () => {
    await saveAnswers(session.db, answers);
    await showOutbox(session);
  });
}

/** Reads the outbox anew and lays it over the rows. Inside a turn. */
export async function showOutbox(session: Session): Promise<void> {
  session.outbox = await openEntries(session.sealer, await readOutbox(session.db), session.outbox);
  session.replica.refresh(pendingOf(session));
  session.tabs.post();
}

/** Both kinds of answer carry the server's clock. */
export async function noteClock(
  session: Session,
  sentAt: number,
  receivedAt: number,
  response: Pick<PushResponse, 'now'>,
): Promise<void> {
  const clock = measureClock(session.meta.clock, sentAt, receivedAt, response.now);
  const latest = response.now;
  if (clock === session.meta.clock && latest === session.meta.latest) return;
  await session.turn(async () => {
    await writeDevice(session.db, { clock, latest });
    session.meta = { ...session.meta, clock, latest };
  });
}
