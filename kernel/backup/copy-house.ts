import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { migrate } from '../db/migrate.ts';
import type { ModuleMigrations } from '../db/migration-files.ts';
import { ProblemError } from '../problem/problem.ts';
import { copyIn, lowerWall, raiseWall } from './copy-in.ts';
import { copyOut, readAreaIds, type TableSum } from './copy-out.ts';
import { type HouseTable, houseSchemas, readHouseTables } from './house-tables.ts';
import { tableName } from './manifest.ts';
import { backupProblems } from './problems.ts';
import { openSession } from './session.ts';

/** What a copy was found to hold. */
export interface HouseSum {
  readonly tables: number;
  readonly rows: number;
}

/**
 * Every row of the house out of one database into another that has none, out of one snapshot and in one transaction;
 * each table is read again on the other side and compared before it is kept.
 * @param fromUrl the owner's URL of a database migrated to this program's last step
 * @param toUrl the owner's URL of an empty one
 * @throws `backup.not-the-same`
 */
export async function copyHouse(
  fromUrl: string,
  toUrl: string,
  modules: readonly ModuleMigrations[],
): Promise<HouseSum> {
  await migrate(toUrl, modules);
  const [from, to] = [await openSession(fromUrl), await openSession(toUrl)];
  try {
    await from.query('begin isolation level repeatable read read only');
    await to.query('begin');
    const sum = await copyAll(from, to, await readHouseTables(to, houseSchemas(modules)));
    await to.query('commit');
    await to.query('analyze');
    return sum;
  } finally {
    // A connection that ends takes what it had not committed with it.
    await Promise.all([from.end(), to.end()]);
  }
}

async function copyAll(from: pg.Client, to: pg.Client, tables: readonly HouseTable[]): Promise<HouseSum> {
  const areaIds = await readAreaIds(from);
  for (const table of tables) await lowerWall(to, table);
  // What `migrate` has just written there is written again as the other database has it.
  await to.query('delete from kernel.migration');
  let rows = 0;
  for (const table of tables) {
    const given: { sum?: TableSum } = {};
    await pipeline(kept(copyOut(from, table, areaIds), given), copyIn(to, table));
    const taken = copyOut(to, table, areaIds);
    let next = await taken.next();
    while (!next.done) next = await taken.next();
    if (given.sum?.sha256 !== next.value.sha256 || given.sum.rows !== next.value.rows) {
      throw new ProblemError(backupProblems['not-the-same'], { table: tableName(table) });
    }
    rows += next.value.rows;
  }
  for (const table of tables) await raiseWall(to, table);
  return { tables: tables.length, rows };
}

/** A stream takes no generator's last word: it is put aside. */
async function* kept(
  rows: AsyncGenerator<Buffer, TableSum>,
  aside: { sum?: TableSum },
): AsyncGenerator<Buffer> {
  aside.sum = yield* rows;
}
