import { setImmediate as breathe } from 'node:timers/promises';
import type { Answer } from '#kernel/command/command.ts';
import type { Receipt } from '#kernel/command/server/parse.ts';
import type { SealedBoxes } from '#kernel/crypto/sealed-box.ts';
import type { Problem } from '#kernel/problem/problem.ts';
import type { RelayEntry } from '#kernel/sync/protocol.ts';
import type { AuthorKey } from '../../contract/rows.ts';
import { judgeEntry } from './judge.ts';
import { type OpenedEntry, openEntry } from './open-entry.ts';

/** A command with its author's receipt, or the answer that turns its entry away. Stands in the entries' order. */
export type ReadEntry =
  | { readonly command: unknown; readonly receipt: Receipt }
  | { readonly answer: Answer };

/** So many entries are opened or verified before others get the processor: about 5 ms. */
const AT_ONCE = 25;

/** @param keysOf the keys of those ids, from the area's own table */
export async function readEntries(
  boxes: SealedBoxes,
  areaId: string,
  entries: readonly RelayEntry[],
  receivedAt: number,
  keysOf: (ids: readonly string[]) => Promise<readonly AuthorKey[]>,
): Promise<readonly ReadEntry[]> {
  const opened = await gently(entries, (entry) => openEntry(boxes, areaId, entry));
  const ids = opened.flatMap((entry) => (isOpen(entry) ? [entry.keyId] : []));
  const keys = new Map((ids.length === 0 ? [] : await keysOf([...new Set(ids)])).map((key) => [key.id, key]));
  return gently(opened, (found, i): ReadEntry => {
    const id = entries[i]?.id ?? '';
    if (!isOpen(found)) return { answer: refusal(id, found) };
    const receipt = judgeEntry(found, keys.get(found.keyId), areaId, receivedAt);
    if ('code' in receipt) return { answer: refusal(id, receipt) };
    return { command: found.envelope, receipt };
  });
}

const isOpen = (entry: OpenedEntry | Problem): entry is OpenedEntry => 'envelope' in entry;

/** Nobody's: it is answered and not written. */
const refusal = (id: string, why: Problem): Answer => ({
  id,
  outcome: 'refused',
  first: 'refused',
  version: 0,
  problems: [why],
});

async function gently<A, B>(list: readonly A[], work: (one: A, i: number) => B): Promise<B[]> {
  const done: B[] = [];
  for (const [i, one] of list.entries()) {
    if (i > 0 && i % AT_ONCE === 0) await breathe();
    done.push(work(one, i));
  }
  return done;
}
