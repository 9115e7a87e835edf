import { createHash } from 'node:crypto';
import { mkdir, open } from 'node:fs/promises';
import { join } from 'node:path';
import { sql, type Transaction } from 'kysely';
import type { KeptTable } from '#kernel/closing/declaration.ts';
import type { NoTables } from '#kernel/db/area-tx.ts';
import { csvLines, csvText } from '#kernel/sheet/csv-text.ts';
import type { Certificate } from '../contract/http.ts';

const AT_ONCE = 2_000;
/** Keys, hashes and ciphertext are for the chain's check in the database, and nothing to read. */
const UNREADABLE = new Set(['sealed', 'body_hash', 'head_hash', 'hash']);

/**
 * What stays of each table as a sheet for the committee's archive, after what must be forgotten is forgotten; held by
 * nobody whole.
 * @param folder made where it is not there
 */
export async function writeKeptSheets(
  trx: Transaction<NoTables>,
  areaId: string,
  kept: readonly KeptTable[],
  folder: string,
): Promise<Certificate['kept']> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const written: Certificate['kept'][number][] = [];
  for (const { table, keeps } of kept) {
    const columns = keeps.filter((column) => !UNREADABLE.has(column));
    const file = `${table}.csv`;
    written.push({ file, ...(await writeSheet(trx, areaId, table, columns, join(folder, file))) });
  }
  return written;
}

async function writeSheet(
  trx: Transaction<NoTables>,
  areaId: string,
  table: string,
  columns: readonly string[],
  path: string,
): Promise<{ readonly bytes: number; readonly sha256: string }> {
  const hash = createHash('sha256');
  let bytes = 0;
  const file = await open(path, 'w', 0o600);
  const write = async (text: string) => {
    hash.update(text);
    bytes += Buffer.byteLength(text);
    await file.writeFile(text);
  };
  try {
    await write(csvText({ headers: columns, rows: [] }));
    const cells = sql.join(columns.map((column) => sql`${sql.ref(column)}::text`));
    await sql`declare kept no scroll cursor for
      select array[${cells}] as cells from ${sql.table(table)} where area_id = ${areaId} order by 1`.execute(
      trx,
    );
    for (;;) {
      const { rows } = await sql<{ cells: (string | null)[] }>`fetch ${sql.lit(AT_ONCE)} from kept`.execute(
        trx,
      );
      if (rows.length === 0) break;
      await write(csvLines(rows.map((row) => row.cells)));
    }
    await sql`close kept`.execute(trx);
    await file.sync();
  } finally {
    await file.close();
  }
  return { bytes, sha256: hash.digest('hex') };
}
