import type { Answer } from '../../command/command.ts';
import type { SyncDatabase } from './database.ts';
import { takeAnswer } from './merge.ts';
import type { OutboxRecord } from './records.ts';
import { namingFullStorage } from './storage-full.ts';

export type NewEntry = Pick<OutboxRecord, 'id' | 'envelope' | 'authorId' | 'madeAt' | 'offset'>;

/** Adds a command; when this returns it is on the disk. Throws `sync.storage-full`. */
export function addEntry(db: SyncDatabase, entry: NewEntry): Promise<OutboxRecord> {
  const waiting = { ...entry, state: 'pending', answer: null, confirmedAt: null } as const;
  return namingFullStorage(async () => ({ ...waiting, seq: await db.outbox.add(waiting) }));
}

export function readOutbox(db: SyncDatabase): Promise<OutboxRecord[]> {
  return db.outbox.orderBy('seq').toArray();
}

/**
 * An author's oldest commands without an answer, oldest first: entries of one index key stand in the order of `seq`.
 * Another author's wait until he or she signs in again: a session vouches for one person only.
 */
export function readWaiting(db: SyncDatabase, authorId: string, limit: number): Promise<OutboxRecord[]> {
  return db.outbox.where('[state+authorId]').equals(['pending', authorId]).limit(limit).toArray();
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
