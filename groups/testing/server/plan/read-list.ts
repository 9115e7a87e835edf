import type { LineDoubt } from '#core/people/contract.ts';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import type { TestingDoors } from '../doors.ts';
import { placeOf } from '../place.ts';

/** As many as somebody looks through to pick one. */
const MOST_CHOICES = 8;

export interface ReadList {
  lines: { residentIds: string[]; doubt: LineDoubt | null }[];
  people: { residentId: string; place: string; name: string }[];
}

/** Whom the lines of a list mean, and who these are, masked. */
export async function readList(
  tx: AreaTx,
  { people }: TestingDoors,
  lines: readonly string[],
): Promise<ReadList> {
  const read = (await people.readLines(tx, lines)).map(({ residentIds, doubt }) => ({
    residentIds: doubt === null ? [...residentIds] : residentIds.slice(0, MOST_CHOICES),
    doubt,
  }));
  const ids = [...new Set(read.flatMap(({ residentIds }) => residentIds))];
  const cards = await people.residentsByIds(tx, ids);
  return {
    lines: read,
    people: [...cards.values()].map((card) => ({
      residentId: card.id,
      place: placeOf(card),
      name: card.nameMask,
    })),
  };
}
