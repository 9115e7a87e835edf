import { CompiledQuery } from 'kysely';
import type { AreaTx } from './area-tx.ts';
import { arrayParam, type Cells, columnCast } from './array-param.ts';
import type { ColumnType, TableSpec } from './columns.ts';

/** Above this many rows a statement's text of values grows past what is good for memory; below it, one statement. */
const CHUNK = 5000;

/**
 * Writes rows of the transaction's area in one statement, whatever their number: new ones are inserted, those whose
 * key stands are overwritten. Keys must differ within one call. An empty list costs nothing.
 *
 * Nobody waits for the answer: the promise resolves once the rows are sent, and a failure stops the commit.
 */
export async function upsertRows<Row>(tx: AreaTx, spec: TableSpec<Row>, rows: readonly Row[]): Promise<void> {
  await write(tx, spec, rows, statements(spec).upsert);
}

/** The same for new rows. The transaction fails with Postgres's 23505 when a key stands already. */
export async function insertRows<Row>(tx: AreaTx, spec: TableSpec<Row>, rows: readonly Row[]): Promise<void> {
  await write(tx, spec, rows, statements(spec).insert);
}

async function write<Row>(
  tx: AreaTx,
  spec: TableSpec<Row>,
  rows: readonly Row[],
  statement: string,
): Promise<void> {
  const columns = columnsOf(spec);
  for (let from = 0; from < rows.length; from += CHUNK) {
    const part = rows.length <= CHUNK ? rows : rows.slice(from, from + CHUNK);
    const values: unknown[] = [tx.areaId];
    for (const [name, type] of columns) {
      const cells: Cells = part.map((row) => row[name]);
      values.push(arrayParam(type, cells));
    }
    tx.settleAtCommit(tx.db.executeQuery(CompiledQuery.raw(statement, values)));
  }
}

interface Statements {
  readonly insert: string;
  readonly upsert: string;
}

/** Statement texts per table, made once: they do not depend on the rows. */
const known = new WeakMap<object, Statements>();

function statements<Row>(spec: TableSpec<Row>): Statements {
  let made = known.get(spec);
  if (!made) {
    made = compose(spec);
    known.set(spec, made);
  }
  return made;
}

function compose<Row>(spec: TableSpec<Row>): Statements {
  const columns = columnsOf(spec);
  const names = columns.map(([name]) => quoted(name));
  const arrays = columns.map(([, type], i) => `$${i + 2}::${columnCast(type).array}`);
  const selected = columns.map(([name, type]) => columnCast(type).select(`u.${quoted(name)}`));
  const insert = `insert into ${spec.table} (area_id, ${names.join(', ')})
    select $1::uuid, ${selected.join(', ')} from unnest(${arrays.join(', ')}) as u (${names.join(', ')})`;
  const key = new Set<string>(spec.key);
  const target = ['area_id', ...spec.key.map(quoted)].join(', ');
  const changes = columns
    .filter(([name]) => !key.has(name))
    .map(([name]) => `${quoted(name)} = excluded.${quoted(name)}`);
  const action = changes.length === 0 ? 'do nothing' : `do update set ${changes.join(', ')}`;
  return { insert, upsert: `${insert} on conflict (${target}) ${action}` };
}

function columnsOf<Row>(spec: TableSpec<Row>): [keyof Row & string, ColumnType][] {
  return Object.entries(spec.columns) as [keyof Row & string, ColumnType][];
}

/** camelCase to snake_case as Kysely's CamelCasePlugin does it: `idCipher` → `id_cipher`. */
const quoted = (name: string): string =>
  `"${name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}"`;
