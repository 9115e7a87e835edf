/** Uses after which a statement is worth keeping on the server. */
const WORTH_KEEPING = 8;
/** Ours have some hundred different texts; more would be texts made of values, and must not fill the server. */
const MOST_KEPT = 400;

/** Heads a look-up by keys that the write path asks for with every batch: worth a kept plan, and safe with one. */
export const KEPT = '/* kept */';

const uses = new Map<string, number>();
const names = new Map<string, string>();

/**
 * The name a statement is prepared under, once it has been used often enough: parsing and planning it again costs as
 * much as running it. INSERTs, whose plan is the same whatever the tables hold, and what is headed by `KEPT`. A
 * look-up's plan may be one made while the tables were still empty, when reading them whole looked cheap; a
 * transaction that writes therefore plans without such reads (`inArea`), and only there are look-ups kept.
 * @param writes whether the transaction is one that writes
 */
export function preparedName(text: string, writes: boolean): string | undefined {
  if (!text.startsWith('insert into') && !(writes && text.startsWith(KEPT))) return undefined;
  const known = names.get(text);
  if (known !== undefined) return known;
  if (names.size >= MOST_KEPT) return undefined;
  const count = (uses.get(text) ?? 0) + 1;
  if (count < WORTH_KEEPING) {
    if (uses.size > MOST_KEPT * 10) uses.clear();
    uses.set(text, count);
    return undefined;
  }
  const name = `concerto_${names.size + 1}`;
  uses.delete(text);
  names.set(text, name);
  return name;
}
