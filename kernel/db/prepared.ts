/** Uses after which a statement is worth keeping on the server. */
const WORTH_KEEPING = 8;
/** Ours have some hundred different texts; more would be texts made of values, and must not fill the server. */
const MOST_KEPT = 400;

/** Heads a look-up by keys that the write path asks for with every batch: worth a kept plan, and safe with one. */
export const KEPT = '/* kept */';

/** A look-up is planned anew when it has been asked for so many times as many keys as when it was planned last. */
const RENEWAL = 4;
/** Bytes a key takes in a parameter of many: an id with its length before it (`array-param.ts`). */
const KEY_BYTES = 20;

interface Kept {
  readonly number: number;
  /** Keys it was asked for until now; a batch's tables grow by about so many rows. */
  keys: number;
  /** How often it has been planned anew, and after how many keys it is the next time. */
  renewals: number;
  renewAt: number;
}

const uses = new Map<string, number>();
const kept = new Map<string, Kept>();

/**
 * The name a statement is prepared under, once it has been used often enough: parsing and planning it again costs as
 * much as running it. INSERTs, whose plan is the same whatever the tables hold, and what is headed by `KEPT`. A
 * look-up's plan may be one made while its table was nearly empty, when reading it whole, or by an index that fits
 * only the area, looked as good as any. So look-ups are kept only in transactions that write, which plan without
 * whole reads (`inArea`), and are planned anew as the table grows with what they are asked for: a plan made for few rows
 * is gone before there are many, also where phones that were away bring a thousand commands at once.
 * @param values the parameters; those of many keys are `arrayParam`s
 * @param writes whether the transaction is one that writes
 */
export function preparedName(text: string, values: readonly unknown[], writes: boolean): string | undefined {
  const looksUp = text.startsWith(KEPT);
  if (!text.startsWith('insert into') && !(writes && looksUp)) return undefined;
  const known = kept.get(text) ?? beginToKeep(text);
  if (!known) return undefined;
  if (looksUp) known.keys += keysIn(values);
  if (known.keys >= known.renewAt) {
    known.renewals += 1;
    known.renewAt = known.keys * RENEWAL;
  }
  return `concerto_${known.number}_${known.renewals}`;
}

function keysIn(values: readonly unknown[]): number {
  let most = 1;
  for (const value of values)
    if (value instanceof Uint8Array) most = Math.max(most, Math.floor(value.byteLength / KEY_BYTES));
  return most;
}

function beginToKeep(text: string): Kept | null {
  if (kept.size >= MOST_KEPT) return null;
  const count = (uses.get(text) ?? 0) + 1;
  if (count < WORTH_KEEPING) {
    if (uses.size > MOST_KEPT * 10) uses.clear();
    uses.set(text, count);
    return null;
  }
  uses.delete(text);
  const made = { number: kept.size + 1, keys: count, renewals: 0, renewAt: count * RENEWAL };
  kept.set(text, made);
  return made;
}
