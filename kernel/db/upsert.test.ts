import { randomBytes, randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TableSpec } from './columns.ts';
import { type TestDatabase, testDatabase } from './testing/database.ts';
import { noKeys } from './testing/no-keys.ts';
import { inArea } from './transaction.ts';
import { insertRows, upsertRows } from './upsert.ts';

interface Thing {
  readonly id: string;
  readonly label: string;
  readonly smallCount: number;
  readonly version: number;
  readonly weight: number | null;
  readonly open: boolean;
  readonly seenAt: number | null;
  readonly tags: readonly string[];
  readonly sealed: Uint8Array | null;
}

const things: TableSpec<Thing> = {
  table: 'things.thing',
  key: ['id'],
  columns: {
    id: 'uuid',
    label: 'text',
    smallCount: 'int4',
    version: 'int8',
    weight: 'float8',
    open: 'bool',
    seenAt: 'timestamptz',
    tags: 'jsonb',
    sealed: 'bytea',
  },
};

const thing = (change: Partial<Thing> = {}): Thing => ({
  id: randomUUID(),
  label: '清源路 12 号',
  smallCount: 3,
  version: 7,
  weight: 0.5,
  open: true,
  seenAt: 1_650_000_000_123,
  tags: ['lives-alone'],
  sealed: null,
  ...change,
});

let database: TestDatabase;
let areaId: string;

beforeAll(async () => {
  database = await testDatabase([
    { name: 'things', migrations: new URL('./testing/things/', import.meta.url) },
  ]);
  areaId = await database.newArea();
});
afterAll(() => database.close());

const write = (rows: readonly Thing[]) =>
  inArea(database.db, areaId, noKeys, (tx) => upsertRows(tx, things, rows));

const read = () =>
  inArea(database.db, areaId, noKeys, async (tx) => {
    const { rows } = await sql<Thing>`
      select id, label, small_count, version, weight, open, seen_at, tags, sealed
      from things.thing order by id`.execute(tx.db);
    return rows;
  });

const byId = (a: Thing, b: Thing) => (a.id < b.id ? -1 : 1);

describe('upsertRows', () => {
  it('reads back every type as it was given, awkward text included', async () => {
    const rows = [
      thing({ label: 'a "quoted", {braced} \\ backslash', sealed: randomBytes(24) }),
      thing({ label: 'NULL', weight: null, seenAt: null }),
      thing({ label: '', tags: ['党员 "x"', '\\n'], open: false, seenAt: -1 }),
      thing({ label: ' 两端 空格 \n换行', weight: 1e-7, version: Number.MAX_SAFE_INTEGER }),
    ].sort(byId);
    await write(rows);
    expect(await read()).toEqual(rows);
  });

  it('overwrites the row whose key stands and leaves the others', async () => {
    const [kept, changed] = [thing(), thing()];
    await write([kept, changed]);
    await write([{ ...changed, label: 'new', weight: null }]);
    const rows = await read();
    expect(rows).toContainEqual(kept);
    expect(rows).toContainEqual({ ...changed, label: 'new', weight: null });
  });

  it('writes more rows than one statement takes', async () => {
    const rows = Array.from({ length: 12_001 }, () => thing());
    await write(rows);
    const ids = new Set((await read()).map((row) => row.id));
    expect(rows.every((row) => ids.has(row.id))).toBe(true);
  });

  it('does nothing for no rows', async () => {
    const before = await read();
    await write([]);
    expect(await read()).toEqual(before);
  });

  it.each([
    ['uuid', { id: 'x},{y' }],
    ['int4', { smallCount: 1.5 }],
    ['timestamptz', { seenAt: Number.NaN }],
  ])('refuses what is not %s without showing it', async (type, change) => {
    await expect(write([thing(change)])).rejects.toThrow(`a value is not ${type}`);
  });
});

describe('insertRows', () => {
  it('refuses a key that stands, and keeps nothing of the batch', async () => {
    const [first, second] = [thing(), thing()];
    await write([first]);
    const insert = inArea(database.db, areaId, noKeys, (tx) => insertRows(tx, things, [second, first]));
    await expect(insert).rejects.toMatchObject({ code: '23505' });
    expect((await read()).map((row) => row.id)).not.toContain(second.id);
  });
});
