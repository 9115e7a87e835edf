import { type Side, type Standing, standing, type Transfer } from './transfer.ts';

/** Who holds a thing, since when. */
export interface Holding {
  readonly holder: string;
  /** Epoch ms; null: from the beginning. */
  readonly since: number | null;
}

export interface Step<S extends Side = Side> {
  readonly transferId: string;
  readonly from: string;
  readonly to: string;
  /** When both had signed, epoch ms. */
  readonly at: number;
  readonly standing: Standing<S>;
}

export interface Chain<S extends Side = Side> {
  readonly now: Holding;
  /** Confirmed by both, in the order of time. */
  readonly steps: readonly Step<S>[];
  /** Signed by one side alone: the thing has not moved. */
  readonly waiting: readonly string[];
  /** Confirmed, and given by somebody who did not hold it: moved all the same, to be looked into. */
  readonly broken: readonly string[];
}

/**
 * The chain of custody of one thing: it moves when both sides of a transfer have signed, at the later of the two
 * signatures, and stays with its holder until then.
 *
 * Invariants, whatever the order in which sides arrive:
 *   a thing has one holder at any time; the holder is the last step's receiver, or the first one's
 *   each transfer of it is a step, or waits, or is void
 */
export function chainOf<S extends Side>(
  thing: string,
  origin: string,
  transfers: readonly Transfer<S>[],
): Chain<S> {
  const mine = transfers
    .map((transfer) => ({ transfer, stands: standing(transfer) }))
    .filter(({ stands }) => stands.things.includes(thing));
  const confirmed = mine
    .flatMap(({ transfer, stands }) => (stands.at === null ? [] : [{ transfer, stands, at: stands.at }]))
    .sort((a, b) => a.at - b.at || (a.transfer.id < b.transfer.id ? -1 : 1));
  const steps: Step<S>[] = [];
  const broken: string[] = [];
  let now: Holding = { holder: origin, since: null };
  for (const { transfer, stands, at } of confirmed) {
    const from = transfer.from ?? now.holder;
    if (from !== now.holder) broken.push(transfer.id);
    steps.push({ transferId: transfer.id, from, to: transfer.to, at, standing: stands });
    now = { holder: transfer.to, since: at };
  }
  const waiting = mine
    .filter(({ stands }) => stands.at === null)
    .map(({ transfer }) => transfer.id)
    .sort();
  return { now, steps, waiting, broken };
}
