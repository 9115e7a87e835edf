import { createHash } from 'node:crypto';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { type HouseTable, quoted, quotedColumns } from './house-tables.ts';

/** What a table was found to hold: SHA-256 over its rows as COPY text, hexadecimal. */
export interface TableSum {
  rows: number;
  bytes: number;
  sha256: string;
}

const LINE_END = 10;

/** The areas that rows may belong to, in order. */
export async function readAreaIds(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    'select area_id::text as id from kernel.area order by area_id',
  );
  return rows.map(({ id }) => id);
}

/**
 * The rows of a table as COPY text, ordered by primary key, area by area: row-level security shows an owner who is no
 * superuser one area at a time. Within a transaction; returns the sum of what it gave.
 */
export async function* copyOut(
  client: pg.Client,
  table: HouseTable,
  areaIds: readonly string[],
): AsyncGenerator<Buffer, TableSum> {
  const hash = createHash('sha256');
  const sum = { rows: 0, bytes: 0 };
  for (const areaId of table.ofArea ? areaIds : [null]) {
    if (areaId !== null) await client.query("select set_config('app.area_id', $1, true)", [areaId]);
    const where = areaId === null ? '' : ` where area_id = ${pg.escapeLiteral(areaId)}`;
    const stream = client.query(
      copyTo(
        `copy (select ${quotedColumns(table)} from ${quoted(table)}${where} order by ${table.order}) to stdout`,
      ),
    );
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      hash.update(chunk);
      sum.bytes += chunk.length;
      // COPY writes a line for each row, and a line's end within a value as two other characters.
      for (let at = chunk.indexOf(LINE_END); at >= 0; at = chunk.indexOf(LINE_END, at + 1)) sum.rows += 1;
      yield chunk;
    }
  }
  return { ...sum, sha256: hash.digest('hex') };
}

/** Parts put together to pieces of at least so many bytes, the last one smaller. */
export async function* inPieces<R>(
  parts: AsyncGenerator<Buffer, R>,
  atLeast: number,
): AsyncGenerator<Buffer, R> {
  let held: Buffer[] = [];
  let size = 0;
  for (;;) {
    const next = await parts.next();
    if (next.done) {
      if (size > 0) yield Buffer.concat(held);
      return next.value;
    }
    held.push(next.value);
    size += next.value.length;
    if (size < atLeast) continue;
    yield Buffer.concat(held);
    held = [];
    size = 0;
  }
}
