import type { Writable } from 'node:stream';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { type HouseTable, quoted, quotedColumns } from './house-tables.ts';

/** Takes rows of a table in as COPY text. */
export const copyIn = (client: pg.Client, table: HouseTable): Writable =>
  client.query(copyFrom(`copy ${quoted(table)} (${quotedColumns(table)}) from stdin`));

/** COPY takes no rows in where row-level security holds for whoever copies: within this transaction not for the owner. */
export const lowerWall = (client: pg.Client, table: HouseTable) => wall(client, table, 'no force');
export const raiseWall = (client: pg.Client, table: HouseTable) => wall(client, table, 'force');

async function wall(client: pg.Client, table: HouseTable, how: 'force' | 'no force'): Promise<void> {
  if (table.ofArea) await client.query(`alter table ${quoted(table)} ${how} row level security`);
}
