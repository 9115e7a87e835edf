import type { Answer } from '../../command/command.ts';
import type { SyncDatabase } from './database.ts';
import { takeAnswer } from './merge.ts';
import type { FileRecord, OutboxRecord } from './records.ts';
import { namingFullStorage } from './storage-full.ts';

export type NewEntry = Pick<OutboxRecord, 'id' | 'envelope' | 'relay' | 'authorId' | 'madeAt' | 'offset'>;

export type SealedRecord = OutboxRecord & { readonly relay: string };

/** Adds a command with its files; when this returns all is on the disk, or nothing. Throws `sync.storage-full`. */
export function addEntry(
  db: SyncDatabase,
  entry: NewEntry,
  files: readonly FileRecord[] = [],
): Promise<OutboxRecord> {
  const waiting = { ...entry, state: 'pending', answer: null, confirmedAt: null } as const;
  if (files.length === 0) {
    return namingFullStorage(async () => ({ ...waiting, seq: await db.outbox.add(waiting) }));
  }
  return namingFullStorage(() =>
    db.transaction('rw', [db.outbox, db.file], async () => {
      await db.file.bulkAdd([...files]);
      return { ...waiting, seq: await db.outbox.add(waiting) };
    }),
  );
}

export function readOutbox(db: SyncDatabase): Promise<OutboxRecord[]> {
  return db.outbox.orderBy('seq').toArray();
}

/** An author's oldest commands without an answer, oldest first: entries of one index key stand in the order of `seq`. */
export function readWaiting(db: SyncDatabase, authorId: string, limit: number): Promise<OutboxRecord[]> {
  return db.outbox.where('[state+authorId]').equals(['pending', authorId]).limit(limit).toArray();
}

/** What waits of all authors but one and is sealed for the server, oldest first, after `above` in the order of dispatch. */
export async function readSealed(
  db: SyncDatabase,
  except: string | null,
  above: number,
  limit: number,
): Promise<SealedRecord[]> {
  const found = await db.outbox
    .where('seq')
    .above(above)
    .and((entry) => entry.state === 'pending' && entry.relay !== null && entry.authorId !== except)
    .limit(limit)
    .toArray();
  return found.flatMap((entry) => (entry.relay === null ? [] : { ...entry, relay: entry.relay }));
}

/** Keeps what was sealed for the server later than the command was made. */
export function saveSealed(
  db: SyncDatabase,
  sealed: ReadonlyMap<number, Pick<OutboxRecord, 'envelope' | 'relay'>>,
): Promise<void> {
  return namingFullStorage(() =>
    db.transaction('rw', db.outbox, async () => {
      for (const [seq, change] of sealed) await db.outbox.update(seq, change);
    }),
  );
}

export interface Waits {
  readonly count: number;
  /** Those among them that only their author's key could still deliver. */
  readonly unsealed: number;
}

/** What waits, commands and files, by author. */
export async function countWaiting(db: SyncDatabase): Promise<ReadonlyMap<string, Waits>> {
  const byAuthor = new Map<string, Waits>();
  await db.outbox
    .where('state')
    .equals('pending')
    .each(({ authorId, relay }) => {
      const { count, unsealed } = byAuthor.get(authorId) ?? { count: 0, unsealed: 0 };
      byAuthor.set(authorId, { count: count + 1, unsealed: unsealed + (relay === null ? 1 : 0) });
    });
  await db.file.each(({ authorId, relay }) => {
    const { count, unsealed } = byAuthor.get(authorId) ?? { count: 0, unsealed: 0 };
    byAuthor.set(authorId, { count: count + 1, unsealed: unsealed + (relay === null ? 1 : 0) });
  });
  return byAuthor;
}

/** What stands in the way of forgetting an author's keys: what only they can still deliver. */
export async function countUnsealed(db: SyncDatabase, authorId: string): Promise<number> {
  return (await countWaiting(db)).get(authorId)?.unsealed ?? 0;
}

/** Lets go what the server has answered of an author who leaves this phone. What waits stays. */
export async function dropAnswered(db: SyncDatabase, authorId: string): Promise<void> {
  await db.outbox.where('[state+authorId]').equals(['answered', authorId]).delete();
}

/** Keeps the answers, matched by id: their order and copies do not matter. */
export function saveAnswers(db: SyncDatabase, answers: readonly Answer[]): Promise<void> {
  const byId = new Map(answers.map((answer) => [answer.id, answer]));
  return namingFullStorage(() =>
    db.transaction('rw', db.outbox, async () => {
      const found = await db.outbox
        .where('id')
        .anyOf([...byId.keys()])
        .toArray();
      const changed = found.flatMap((entry) => {
        const answer = byId.get(entry.id);
        const after = answer ? takeAnswer(entry, answer) : entry;
        return after === entry ? [] : [after];
      });
      await db.outbox.bulkPut(changed);
    }),
  );
}

/** Lets a flagged or refused entry go that its author has read. Others stay. */
export function dismissEntry(db: SyncDatabase, id: string): Promise<void> {
  return db.transaction('rw', db.outbox, async () => {
    const entry = await db.outbox.where('id').equals(id).first();
    if (entry?.answer && entry.answer.first !== 'done') await db.outbox.delete(entry.seq);
  });
}

/** Makes a command wait again that no server has taken (version 0), after what stood in its way is gone. */
export function retryEntry(db: SyncDatabase, id: string): Promise<void> {
  return db.transaction('rw', db.outbox, async () => {
    const entry = await db.outbox.where('id').equals(id).first();
    if (entry?.answer?.version === 0) await db.outbox.put({ ...entry, state: 'pending', answer: null });
  });
}
