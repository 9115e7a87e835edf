import pg from 'pg';

/** Uses after which a statement is worth keeping on the server. */
const WORTH_KEEPING = 8;
/** Ours have some hundred different texts; more would be texts made of values, and must not fill the server. */
const MOST_KEPT = 400;

/** Heads a statement whose plan cannot go stale either: a row by its primary key. */
export const KEPT = '/* kept */';

const uses = new Map<string, number>();
const names = new Map<string, string>();

/**
 * The name a statement is prepared under, once it has been used often enough: parsing and planning it again costs as
 * much as running it. Only INSERTs: their plan is the same whatever the tables hold. A look-up's kept plan would be
 * one made while the tables were still empty, and would read whole tables later (measured: loading a batch of scans
 * took half as long again).
 */
export function preparedName(text: string): string | undefined {
  if (!text.startsWith('insert into') && !text.startsWith(KEPT)) return undefined;
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

interface Corkable {
  readonly stream: { cork(): void; uncork(): void };
}

/**
 * Prepares what is asked again and again; everything else is sent as it comes. What is asked for within one turn
 * leaves in one write: on a busy server the writes cost more than what is in them.
 */
export const PreparingClient = class extends pg.Client {
  #gathering = false;

  // The overloads of `query` cannot be narrowed one by one; only the form Kysely uses is changed.
  override query = ((...args: unknown[]) => {
    this.#gather();
    const [text, values] = args;
    const send = pg.Client.prototype.query.bind(this) as (...given: unknown[]) => unknown;
    if (typeof text !== 'string' || !Array.isArray(values) || values.length === 0) return send(...args);
    const name = preparedName(text);
    return name === undefined ? send(...args) : send({ name, text, values }, ...args.slice(2));
  }) as pg.Client['query'];

  #gather(): void {
    if (this.#gathering) return;
    this.#gathering = true;
    const { stream } = (this as unknown as { readonly connection: Corkable }).connection;
    stream.cork();
    // Runs once the promises of this turn have settled.
    process.nextTick(() => {
      this.#gathering = false;
      stream.uncork();
    });
  }
};
