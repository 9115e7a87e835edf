import type { Actor } from '../../access/access.ts';
import type { AreaTx } from '../../db/area-tx.ts';
import type { SyncSource } from '../module.ts';
import { PROTOCOL, type PullRequest, type PullResponse, type TermDelta } from '../protocol.ts';
import { type AreaView, readAreaView } from './area-view.ts';
import { cutPage, PAGE_ROWS } from './page.ts';

/**
 * Answers what changed after the cursors, out of one repeatable-read view: the rows of every term this actor may hold
 * now, whole where the term is new to the device or its cursor is older than the tombstones, and the terms to drop.
 */
export async function answerPull(
  tx: AreaTx,
  sources: readonly SyncSource[],
  actor: Actor,
  request: PullRequest,
  now: number,
  pageRows = PAGE_ROWS,
): Promise<PullResponse> {
  const view = await readAreaView(tx);
  const terms: TermDelta[] = [];
  const allowed = new Set<string>();
  for (const source of sources) {
    for (const term of await source.terms(tx, actor, now)) {
      allowed.add(term);
      const cursor = cursorOf(request, term, view);
      const collections = await source.delta(tx, actor, term, cursor ?? 0);
      const isEmpty = Object.values(collections).every((c) => c.rows.length === 0 && c.gone.length === 0);
      if (cursor !== null && isEmpty) continue;
      const page = cutPage(collections, { since: cursor ?? 0, ...view }, pageRows);
      terms.push({ term, snapshot: cursor === null, ...page });
    }
  }
  const drop = Object.keys(request.held).filter((term) => !allowed.has(term));
  return { protocol: PROTOCOL, now, version: view.version, terms, drop };
}

/** The cursor to go on from; null where the device needs the whole term. A cursor from the future is not believed. */
function cursorOf(request: PullRequest, term: string, view: AreaView): number | null {
  const held = request.held[term];
  if (held === undefined || held < view.tombstoneFloor || held > view.version) return null;
  return held;
}
