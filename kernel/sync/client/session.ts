import type { CommandEnvelope } from '../../command/command.ts';
import type { EnvelopeSealer, SegmentCodec } from './codec.ts';
import type { SyncDatabase } from './database.ts';
import type { Environment, TabChannel } from './environment.ts';
import { isPending } from './merge.ts';
import type { ProjectionLoader } from './projection-loader.ts';
import type { CursorRecord, FileRecord, Meta, OutboxRecord } from './records.ts';
import type { Waiting } from './replay.ts';
import type { Replica } from './replica.ts';
import type { Transport } from './transport.ts';
import type { Turn } from './turn.ts';

export interface OutboxEntry {
  readonly record: OutboxRecord;
  /** Null when another author's session sealed it. */
  readonly envelope: CommandEnvelope | null;
}

/** What the parts of one open client share. `meta`, `cursors` and `outbox` are what the database holds. */
export interface Session {
  readonly areaId: string;
  readonly actorId: string;
  readonly protocol: number;
  readonly db: SyncDatabase;
  readonly codec: SegmentCodec;
  readonly sealer: EnvelopeSealer;
  readonly transport: Transport;
  readonly environment: Environment;
  readonly replica: Replica;
  readonly projections: ProjectionLoader;
  readonly turn: Turn;
  /** What the page was built as, for the list of devices. */
  readonly appVersion: string | undefined;
  /** Whether the browser promised to keep what is stored, once that is known. */
  persisted: boolean | undefined;
  readonly tabs: TabChannel;
  /** Aborted when the client closes: requests end, nothing more is written. */
  readonly closing: AbortSignal;
  meta: Meta;
  cursors: ReadonlyMap<string, CursorRecord>;
  outbox: readonly OutboxEntry[];
  /** Files whose bytes still have to go. */
  files: readonly FileRecord[];
}

/** Opens the envelopes of entries not opened yet. Never inside a database transaction. */
export async function openEntries(
  sealer: EnvelopeSealer,
  records: readonly OutboxRecord[],
  known: readonly OutboxEntry[],
): Promise<OutboxEntry[]> {
  const opened = new Map(known.map((entry) => [entry.record.id, entry.envelope]));
  const entries: OutboxEntry[] = [];
  for (const record of records) {
    const envelope = opened.get(record.id);
    entries.push({
      record,
      envelope: envelope === undefined ? await sealer.open(record.envelope) : envelope,
    });
  }
  return entries;
}

/** Own commands until the rows pulled show them; another author's until they are answered. */
export function stillPending(session: Pick<Session, 'meta' | 'actorId'>, record: OutboxRecord): boolean {
  return record.authorId === session.actorId ? isPending(record, session.meta.seen) : record.answer === null;
}

/**
 * What lies over the confirmed rows: this member's own commands that are pending. Another author's wait on the same
 * device, and travel with it, but are not shown in this member's view.
 */
export function pendingOf(session: Pick<Session, 'outbox' | 'meta' | 'actorId'>): Waiting[] {
  return session.outbox
    .filter(({ record }) => record.authorId === session.actorId && stillPending(session, record))
    .flatMap(({ record, envelope }) => (envelope ? [{ envelope, offset: record.offset ?? 0 }] : []));
}

/** The rows are one state only when every term is whole, and something was pulled at all. */
export function isLoading(session: Pick<Session, 'cursors' | 'meta'>): boolean {
  return session.meta.lastSync === null || [...session.cursors.values()].some((cursor) => cursor.more);
}
