import type { SyncDatabase } from './database.ts';
import type { FileRecord } from './records.ts';

/** Every file that still has to go, oldest first. */
export async function readFiles(db: SyncDatabase): Promise<FileRecord[]> {
  return (await db.file.toArray()).sort((a, b) => a.madeAt - b.madeAt);
}

/**
 * Whether a file may go now, seen from its command: `wait` while that has no answer; `unread` while a refusal is
 * still to be read; `free` when its command has left the outbox, answered.
 */
export async function standingOf(db: SyncDatabase, file: FileRecord): Promise<'wait' | 'unread' | 'free'> {
  const entry = await db.outbox.where('id').equals(file.commandId).first();
  if (!entry) return 'free';
  if (entry.state === 'pending') return 'wait';
  return entry.answer?.first === 'refused' ? 'unread' : 'free';
}

/** The server has it, or nobody will ever ask for it. */
export function dropFile(db: SyncDatabase, id: string): Promise<void> {
  return db.file.delete(id);
}
