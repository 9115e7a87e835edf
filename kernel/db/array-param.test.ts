import { randomBytes, randomUUID } from 'node:crypto';
import { CompiledQuery } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EARLIEST, LATEST } from '../time-id/instant.ts';
import { arrayParam, columnCast } from './array-param.ts';
import type { ColumnType } from './columns.ts';
import { type TestDatabase, testDatabase } from './testing/database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase([]);
});
afterAll(() => database.close());

/** Sends the cells to Postgres and lets it say what it received. */
async function throughPostgres(type: ColumnType, cells: readonly unknown[]): Promise<unknown[]> {
  const { array, select } = columnCast(type);
  const text = `select ${select('cell')} as cell from unnest($1::${array}) with ordinality as u (cell, n) order by n`;
  const { rows } = await database.db.executeQuery<{ cell: unknown }>(
    CompiledQuery.raw(text, [arrayParam(type, cells)]),
  );
  return rows.map((row) => row.cell);
}

describe('arrayParam', () => {
  const cases: readonly [ColumnType, readonly unknown[]][] = [
    [
      'uuid',
      [randomUUID(), '00000000-0000-0000-0000-000000000000', 'ffffffff-ffff-ffff-ffff-ffffffffffff', null],
    ],
    ['text', ['', 'NULL', '{"a",b}', '清源路 12 号', '\\n\n\t', null]],
    ['int4', [0, 1, -1, 2 ** 31 - 1, -(2 ** 31)]],
    ['int8', [0, 1, -1, 2 ** 32, -(2 ** 32) - 1, Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER, null]],
    ['float8', [0, 0.1, -1e-7, 1.7e308]],
    ['bool', [true, false, null]],
    [
      'timestamptz',
      [0, 1_650_000_000_123, -1, Date.UTC(2000, 0, 1), 253_402_300_799_999, -62_135_596_800_000],
    ],
    ['jsonb', [{ a: [1, 'x', null] }, ['党员 "x"', '\\n'], 'text', null]],
    ['bytea', [Buffer.alloc(0), randomBytes(3), new Uint8Array([1, 2, 3]), null]],
  ];

  it.each(cases)('carries %s as it is', async (type, cells) => {
    const back = await throughPostgres(type, cells);
    expect(back.map((cell) => (cell instanceof Buffer ? [...cell] : cell))).toEqual(
      cells.map((cell) => (cell instanceof Uint8Array ? [...cell] : cell)),
    );
  });

  it('carries no cells, and more than it had room for', async () => {
    expect(await throughPostgres('text', [])).toEqual([]);
    const long = Array.from({ length: 1000 }, (_, i) => '长'.repeat(i % 50));
    expect(await throughPostgres('text', long)).toEqual(long);
  });

  it('cuts a time finer than a millisecond, and holds the last that can be read again', async () => {
    expect(await throughPostgres('timestamptz', [1_650_000_000_123.4])).toEqual([1_650_000_000_123]);
    const years = await database.db.executeQuery<{ year: string }>(
      CompiledQuery.raw(
        'select extract(year from at)::text as year from unnest($1::timestamptz[]) as u (at)',
        [arrayParam('timestamptz', [LATEST])],
      ),
    );
    expect(years.rows).toEqual([{ year: '9999' }]);
  });

  const strangers: readonly [ColumnType, unknown][] = [
    ['uuid', 'x},{y'],
    ['uuid', 'g0000000-0000-0000-0000-000000000000'],
    ['uuid', '0000000000000-0000-0000-0000-0000000'],
    ['uuid', '长0000000-0000-0000-0000-000000000000'],
    ['text', 7],
    ['int4', 2 ** 31],
    ['int4', 1.5],
    ['int8', '7'],
    ['float8', '7'],
    ['bool', 't'],
    ['timestamptz', Number.NaN],
    ['timestamptz', LATEST + 1],
    ['timestamptz', EARLIEST - 1],
    ['bytea', 'text'],
  ];
  it.each(strangers)('refuses what is not %s without showing it: %s', (type, cell) => {
    expect(() => arrayParam(type, [cell])).toThrow(new Error(`a value is not ${type}`));
  });
});
