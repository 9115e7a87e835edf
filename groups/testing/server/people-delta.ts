import { IDENTITY_HASH_BYTES, type PersonCard } from '#core/people/contract.ts';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import { selectByKeys } from '#kernel/db/select.ts';
import type { CollectionDelta, PulledRow } from '#kernel/sync/protocol.ts';
import type { Expected } from '../contract/rows.ts';
import type { ListedPersonRow } from '../contract/sync.ts';
import { expectedId } from '../domain/expected-id.ts';
import type { TestingDoors } from './doors.ts';
import { findRoundKey } from './round-key.ts';
import { expectedTable } from './tables.ts';

/**
 * People of a round's list as phones see them: those new to the list since then, and those whose card changed, masked
 * as the register gives them. Whoever has ended in the register leaves the phones.
 */
export async function changedPeople(
  tx: AreaTx,
  { people }: TestingDoors,
  roundId: string,
  changed: readonly Expected[],
  since: number,
): Promise<CollectionDelta> {
  const listed = new Map(changed.map((row) => [row.residentId, row.version]));
  if (since > 0) {
    for (const id of await listedAmongChanged(tx, people, roundId, since)) {
      if (!listed.has(id)) listed.set(id, 0);
    }
  }
  const ids = [...listed.keys()];
  if (ids.length === 0) return { rows: [], gone: [] };
  const cards = await people.residentsByIds(tx, ids);
  const key = await findRoundKey(tx, roundId);
  const hashes = await people.identityHashes(tx, ids, key, IDENTITY_HASH_BYTES);
  const merged = await people.mergedIds(tx, ids);
  const rows: ListedPersonRow[] = [];
  const gone: string[] = [];
  for (const [residentId, card] of cards) {
    if (card.endedAt === null) {
      // New to the list with the place, or changed on it with the card.
      const version = Math.max(card.version, listed.get(residentId) ?? 0);
      const row = listedRow(roundId, { ...card, version }, hashes.get(residentId) ?? null);
      const alsoIds = merged.get(residentId);
      rows.push(alsoIds ? { ...row, alsoIds } : row);
    } else if (since > 0) gone.push(expectedId(roundId, residentId));
  }
  return { rows: rows as readonly object[] as readonly PulledRow[], gone };
}

function listedRow(roundId: string, card: PersonCard, identityHash: string | null): ListedPersonRow {
  return { ...card, id: expectedId(roundId, card.id), roundId, residentId: card.id, identityHash };
}

async function listedAmongChanged(
  tx: AreaTx,
  people: TestingDoors['people'],
  roundId: string,
  since: number,
): Promise<string[]> {
  const ids = await people.changedSince(tx, since);
  const places = ids.map((id) => expectedId(roundId, id));
  const listed = await selectByKeys(tx, expectedTable, { id: places });
  return listed.map((row) => row.residentId);
}
