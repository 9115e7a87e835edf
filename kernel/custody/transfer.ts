/** What one side says of a passing-on: signed by its author, kept as it is, never changed afterwards. */
export interface Side {
  readonly id: string;
  readonly side: 'given' | 'received';
  /** When it happened, epoch ms. */
  readonly at: number;
  /** Who signs. One hand signing for both sides confirms nothing. */
  readonly by: string;
  /** Keys of the things passed on; empty where a side names none and means what the other one names. */
  readonly things: readonly string[];
  /** False where it was copied from paper afterwards: what was signed on the spot stands before it. */
  readonly firsthand: boolean;
  readonly voided: boolean;
}

/** One passing-on of things between two holders, as far as its sides have said so. */
export interface Transfer<S extends Side = Side> {
  readonly id: string;
  /** Whose the things must be before; null: whoever holds them. */
  readonly from: string | null;
  readonly to: string;
  readonly sides: readonly S[];
}

export type TransferState =
  | 'confirmed'
  /** Given, and nobody has confirmed the receipt. */
  | 'waiting-for-receiver'
  | 'waiting-for-giver'
  /** Nothing of it stands any more. */
  | 'void';

export interface Standing<S extends Side = Side> {
  readonly state: TransferState;
  readonly given: S | null;
  readonly received: S | null;
  /** When both had signed, epoch ms; null until then. */
  readonly at: number | null;
  /** What was passed on: the giver's list, or the receiver's where the giver's is missing. */
  readonly things: readonly string[];
  /** Named by one side and not by the other. */
  readonly disputed: readonly string[];
  /** Others who say they received the same: a code scanned by two. */
  readonly rivals: readonly S[];
}

/**
 * What stands of a transfer. The earliest giving and the earliest receipt by somebody else count, those signed on the
 * spot before those copied from paper; the ids decide between equal times, so that it never depends on the order in
 * which the sides arrive.
 */
export function standing<S extends Side>({ sides }: Pick<Transfer<S>, 'sides'>): Standing<S> {
  const stand = sides.filter((side) => !side.voided).sort(bySigning);
  const given = stand.find(({ side }) => side === 'given') ?? null;
  const receipts = stand.filter((one) => one.side === 'received' && one.by !== given?.by);
  const received = receipts[0] ?? null;
  const things = given !== null && given.things.length > 0 ? given.things : (received?.things ?? []);
  return {
    state: stateOf(given, received),
    given,
    received,
    at: given && received ? Math.max(given.at, received.at) : null,
    things,
    disputed: disputedOf(given, received),
    rivals: receipts.slice(1).filter(({ by, firsthand }) => firsthand && by !== received?.by),
  };
}

function stateOf(given: Side | null, received: Side | null): TransferState {
  if (given && received) return 'confirmed';
  if (given) return 'waiting-for-receiver';
  return received ? 'waiting-for-giver' : 'void';
}

/** A side without a list of its own means the other's. */
function disputedOf(given: Side | null, received: Side | null): string[] {
  if (!given || !received || given.things.length === 0 || received.things.length === 0) return [];
  const gave = new Set(given.things);
  const got = new Set(received.things);
  return [...given.things.filter((key) => !got.has(key)), ...received.things.filter((key) => !gave.has(key))];
}

const bySigning = (a: Side, b: Side): number =>
  Number(b.firsthand) - Number(a.firsthand) || a.at - b.at || (a.id < b.id ? -1 : 1);
