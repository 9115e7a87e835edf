import { IDENTITY_HASH_BYTES, type PersonCard } from '#core/people/contract.ts';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import type { CollectionDelta, PulledRow } from '#kernel/sync/protocol.ts';
import { COLLECTIONS, type GateCard, type GateKeyRow } from '../../contract/sync.ts';
import { only } from '../delta.ts';
import type { GatesDoors } from '../doors.ts';
import { identityKey } from './identity-key.ts';

/** Everybody of the register as gates see them: all at first, then whose card changed; who has ended leaves the phones. */
export async function changedCards(
  tx: AreaTx,
  { people, places }: GatesDoors,
  since: number,
): Promise<Readonly<Record<string, CollectionDelta>>> {
  const cards =
    since === 0
      ? await people.residentsInScope(tx, {
          compoundIds: (await places.livingPlaces(tx)).compounds.map(({ id }) => id),
          buildingIds: [],
        })
      : [...(await people.residentsByIds(tx, await people.changedSince(tx, since))).values()];
  const living = cards.filter(({ endedAt }) => endedAt === null);
  const gone = cards.flatMap(({ id, endedAt }) => (endedAt === null ? [] : [id]));
  const rows = (await asGateCards(tx, { people, places }, living)) as readonly object[];
  return {
    [COLLECTIONS.card]: { rows: rows as readonly PulledRow[], gone },
    [COLLECTIONS.key]: since === 0 ? only([keyRow(tx)]) : only([]),
  };
}

async function asGateCards(
  tx: AreaTx,
  { people, places }: Pick<GatesDoors, 'people' | 'places'>,
  cards: readonly PersonCard[],
): Promise<GateCard[]> {
  if (cards.length === 0) return [];
  const ids = cards.map(({ id }) => id);
  const key = identityKey(tx);
  const [dwellings, hashes, merged] = await Promise.all([
    places.dwellingLabels(tx, [...new Set(cards.map(({ dwellingId }) => dwellingId))]),
    people.identityHashes(tx, ids, key, IDENTITY_HASH_BYTES),
    people.mergedIds(tx, ids),
  ]);
  return cards.map((card) => {
    const alsoIds = merged.get(card.id);
    const row = {
      ...card,
      entranceId: dwellings.get(card.dwellingId)?.entranceId ?? null,
      identityHash: hashes.get(card.id) ?? null,
    };
    return alsoIds ? { ...row, alsoIds } : row;
  });
}

const keyRow = (tx: AreaTx): GateKeyRow => ({
  id: tx.areaId,
  identityKey: identityKey(tx).toString('hex'),
  version: 1,
});
