import { sql } from 'kysely';
import type { PersonCard } from '#core/people/contract.ts';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import { selectRows } from '#kernel/db/select.ts';
import { findFiles } from '#kernel/files/server/store.ts';
import type { PassageView } from '../../contract/flow-queries.ts';
import type { Passage } from '../../contract/rows.ts';
import type { GatesDoors } from '../doors.ts';
import { gateTable, laneTable } from '../tables.ts';

/** `清源小区 3号 402`, with the entrance where a building has several. */
export const placeOf = (card: Pick<PersonCard, 'compound' | 'building' | 'entrance' | 'room'>): string =>
  [card.compound, card.building, card.entrance, card.room].filter((part) => part).join(' ');

/** Passages told in names and places, masked, in a few queries for all of them. */
export async function passageViews(
  tx: AreaTx,
  { people, members }: GatesDoors,
  rows: readonly Passage[],
): Promise<PassageView[]> {
  if (rows.length === 0) return [];
  const [gates, lanes] = [
    await selectRows(tx, gateTable, sql`true`),
    await selectRows(tx, laneTable, sql`true`),
  ];
  const gateNames = new Map(gates.map(({ id, name }) => [id, name]));
  const laneNames = new Map(lanes.map(({ id, name }) => [id, name]));
  const cards = await people.residentsByIds(tx, [
    ...new Set(rows.flatMap(({ residentId }) => residentId ?? [])),
  ]);
  const names = await members.names(tx, [...new Set(rows.map(({ by }) => by))]);
  const fileIds = rows.flatMap(({ fileId }) => fileId ?? []);
  const files = new Map((await findFiles(tx, fileIds)).map((file) => [file.id, file]));
  const photoOf = (fileId: string | null): PassageView['photo'] => {
    if (fileId === null) return null;
    const file = files.get(fileId);
    return { fileId, state: !file ? 'gone' : file.receivedAt === null ? 'coming' : 'here' };
  };
  return rows.map((row) => {
    const { id, at, gateId, direction, subject, residentId, outcome, rule, reason, note, counts } = row;
    const card = cards.get(residentId ?? '');
    return {
      ...{ id, at, gateId, direction, subject, residentId, outcome, rule, reason, note, counts },
      gate: gateNames.get(gateId) ?? '',
      lane: laneNames.get(row.laneId ?? '') ?? null,
      name: card?.nameMask ?? null,
      place: card ? placeOf(card) : null,
      photo: photoOf(row.fileId),
      voided: row.voidedAt !== null,
      byName: names.get(row.by) ?? null,
    };
  });
}
