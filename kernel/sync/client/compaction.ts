import { cut, encodeAll, SEGMENT_ROWS } from './pages.ts';
import type { CursorRecord } from './records.ts';
import type { Session } from './session.ts';
import { replaceSegments } from './store-page.ts';

/** Segments a term may have beyond what its rows fill, before they are put together: a start reads them all. */
const SPARE = 16;

export function needsCompaction(cursor: CursorRecord, rows: number): boolean {
  return cursor.next - cursor.first > Math.ceil(rows / SEGMENT_ROWS) + SPARE;
}

/** Puts the small segments of terms that were pulled often together. What a reader sees does not change. */
export async function compact(session: Session): Promise<void> {
  for (const [term, read] of session.cursors) {
    if (!needsCompaction(read, session.replica.rows.count(term))) continue;
    const payloads = await encodeAll(session.codec, cut(session.replica.rows.whole(term)));
    await session.turn(async () => {
      const cursor = await replaceSegments(session.db, read, payloads);
      if (cursor) session.cursors = new Map(session.cursors).set(term, cursor);
    });
  }
}
