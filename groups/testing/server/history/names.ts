import type { AreaTx } from '#kernel/db/area-tx.ts';
import type { TestingDoors } from '../doors.ts';

/** Names of members by id; null for nobody and for somebody unknown. */
export async function nameBook(
  tx: AreaTx,
  { members }: TestingDoors,
  ids: readonly (string | null | undefined)[],
): Promise<(id: string | null | undefined) => string | null> {
  const names = await members.names(tx, [...new Set(ids.flatMap((id) => id ?? []))]);
  return (id) => names.get(id ?? '') ?? null;
}

/** `1号点 2台` */
export const laneName = ({ site, lane }: { readonly site: string | null; readonly lane: string | null }) =>
  [site, lane].filter(Boolean).join(' ') || null;
