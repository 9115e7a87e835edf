import { type Side, type Standing, standing, type Transfer } from '#kernel/custody/transfer.ts';
import type { Destination, HandoverSide } from '../../contract/handover-rows.ts';

/** A side as custody sees it, with the row it is of. */
export interface BoxSide extends Side {
  readonly row: HandoverSide;
}

/** Who may hold a box: the area, the courier, the laboratory. */
export type Holder = 'area' | Destination;

export interface BoxTransfer extends Transfer<BoxSide> {
  readonly to: Holder;
}

/** A finger and a paper sign for somebody else than the member who answers for them. */
const signs = ({ id, by, witness }: HandoverSide): string => (witness === 'self' ? by : `${witness}/${id}`);

const sideOf = (row: HandoverSide): BoxSide => ({
  id: row.id,
  side: row.side,
  at: row.at,
  by: signs(row),
  things: row.boxes.map(({ code }) => code),
  firsthand: row.witness !== 'paper',
  voided: row.voidedAt !== null,
  row,
});

/** The hand-overs of a round, one per code, in the order of their first signature. */
export function transfersOf(rows: Iterable<HandoverSide>): BoxTransfer[] {
  const byCode = new Map<string, HandoverSide[]>();
  for (const row of rows) byCode.set(row.code, [...(byCode.get(row.code) ?? []), row]);
  const transfers = [...byCode].map(([code, own]) => {
    const sides = own.map(sideOf).sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
    const to = destinationOf(sides);
    // Boxes go to a courier out of the area's hands; to the laboratory from whoever has them.
    return { id: code, from: to === 'courier' ? 'area' : null, to, sides };
  });
  const signedAt = ({ sides }: BoxTransfer) => Math.min(...sides.map(({ at }) => at));
  return transfers.sort((a, b) => signedAt(a) - signedAt(b) || (a.id < b.id ? -1 : 1));
}

/** The giver says where to; without him the receiver. */
function destinationOf(sides: readonly BoxSide[]): Destination {
  const { given, received } = standing({ sides });
  return (given ?? received ?? sides[0])?.row.destination ?? 'courier';
}

/** Boxes of which both sides speak with other numbers, or which only one side names. */
export function disputedBoxes(stands: Standing<BoxSide>): string[] {
  const { given, received, disputed } = stands;
  if (!given || !received) return [];
  const got = new Map(received.row.boxes.map(({ code, tubes }) => [code, tubes]));
  const otherwise = given.row.boxes.filter(({ code, tubes }) => (got.get(code) ?? tubes) !== tubes);
  return [...new Set([...disputed, ...otherwise.map(({ code }) => code)])].sort();
}

/** Whether the numbers that a receiver confirmed by the short code alone are the giver's. */
export function sameNumbers({ given, received }: Standing<BoxSide>): boolean {
  if (!given || !received) return true;
  return given.row.boxCount === received.row.boxCount && given.row.tubeCount === received.row.tubeCount;
}
