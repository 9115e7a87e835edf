import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AreaTx } from './area-tx.ts';
import { type TestDatabase, testDatabase } from './testing/database.ts';
import { noKeys } from './testing/no-keys.ts';
import { inArea, inSavepoint } from './transaction.ts';

let database: TestDatabase;
let here: string;
let elsewhere: string;

beforeAll(async () => {
  database = await testDatabase([
    { name: 'things', migrations: new URL('./testing/things/', import.meta.url) },
  ]);
  here = await database.newArea('here');
  elsewhere = await database.newArea('elsewhere');
});
afterAll(() => database.close());

const put = (tx: AreaTx, areaId = tx.areaId, id = randomUUID()) =>
  sql`insert into things.thing (area_id, id, label, small_count, version, open, tags)
    values (${areaId}, ${id}, 'thing', 1, 1, true, '[]')`.execute(tx.db);

const count = async (areaId: string) =>
  inArea(database.db, areaId, noKeys, async (tx) => {
    const { rows } = await sql<{ n: number }>`select count(*) as n from things.thing`.execute(tx.db);
    return rows[0]?.n;
  });

describe('inArea', () => {
  it('commits what returns and answers its result', async () => {
    const before = (await count(here)) ?? 0;
    const answer = await inArea(database.db, here, noKeys, async (tx) => {
      await put(tx);
      return 'done';
    });
    expect(answer).toBe('done');
    expect(await count(here)).toBe(before + 1);
  });

  it('rolls back what throws and throws it on', async () => {
    const before = await count(here);
    const work = inArea(database.db, here, noKeys, async (tx) => {
      await put(tx);
      throw new Error('stop');
    });
    await expect(work).rejects.toThrow('stop');
    expect(await count(here)).toBe(before);
  });

  it('leaves the connection usable and in no area', async () => {
    await expect(
      inArea(database.db, here, noKeys, (tx) => sql`select no_such_column`.execute(tx.db)),
    ).rejects.toMatchObject({ code: '42703' });
    const { rows } = await sql<{ n: number }>`select count(*) as n from things.thing`.execute(database.db);
    expect(rows[0]?.n).toBe(0);
  });

  it('gives one view to the end when it only reads, and writes nothing', async () => {
    const read = inArea(
      database.db,
      here,
      noKeys,
      async (tx) => {
        const look = async () =>
          (await sql<{ n: number }>`select count(*) as n from things.thing`.execute(tx.db)).rows[0]?.n;
        const first = await look();
        await inArea(database.db, here, noKeys, (other) => put(other));
        return [first, await look()];
      },
      { readOnly: true },
    );
    const [first, second] = await read;
    expect(second).toBe(first);
    await expect(
      inArea(database.db, here, noKeys, (tx) => put(tx), { readOnly: true }),
    ).rejects.toMatchObject({ code: '25006' });
  });

  it('sends nothing for an area id that is none', async () => {
    const work = inArea(database.db, "x'; drop schema things cascade; --", noKeys, async () => 'ran');
    await expect(work).rejects.toThrow('canonical UUID');
  });
});

describe("another area's rows", () => {
  it('are not seen', async () => {
    await inArea(database.db, elsewhere, noKeys, (tx) => put(tx));
    const seen = await inArea(database.db, here, noKeys, (tx) =>
      sql<{ areaId: string }>`select distinct area_id from things.thing`.execute(tx.db),
    );
    expect(seen.rows).toEqual([{ areaId: here }]);
  });

  it('cannot be written, changed or removed', async () => {
    const before = await count(elsewhere);
    await expect(inArea(database.db, here, noKeys, (tx) => put(tx, elsewhere))).rejects.toMatchObject({
      code: '42501',
    });
    await inArea(database.db, here, noKeys, async (tx) => {
      await sql`update things.thing set label = 'taken' where area_id = ${elsewhere}`.execute(tx.db);
      await sql`delete from things.thing where area_id = ${elsewhere}`.execute(tx.db);
    });
    expect(await count(elsewhere)).toBe(before);
    const taken = await sql<{ n: number }>`
      select count(*) as n from things.thing where label = 'taken'`.execute(database.owner);
    expect(taken.rows[0]?.n).toBe(0);
  });
});

describe('statements whose answers nobody waits for', () => {
  it('are committed with the rest', async () => {
    const before = (await count(here)) ?? 0;
    await inArea(database.db, here, noKeys, async (tx) => tx.settleAtCommit(put(tx)));
    expect(await count(here)).toBe(before + 1);
  });

  it('stop the commit when they fail, and it is their error that is told', async () => {
    const before = await count(here);
    const id = randomUUID();
    const work = inArea(database.db, here, noKeys, async (tx) => {
      tx.settleAtCommit(put(tx, here, id));
      tx.settleAtCommit(put(tx, here, id));
      await put(tx);
    });
    await expect(work).rejects.toMatchObject({ code: '23505' });
    expect(await count(here)).toBe(before);
  });

  it('keep nothing when one failed and the work went on as if it had not', async () => {
    const before = await count(here);
    const work = inArea(database.db, here, noKeys, async (tx) => {
      await put(tx);
      await sql`select 1 / 0`.execute(tx.db).catch(() => undefined);
    });
    await expect(work).rejects.toThrow('nothing is kept');
    expect(await count(here)).toBe(before);
  });
});

describe('inSavepoint', () => {
  it('keeps what it wrote', async () => {
    const before = (await count(here)) ?? 0;
    await inArea(database.db, here, noKeys, (tx) =>
      inSavepoint(tx, async (part) => part.settleAtCommit(put(part))),
    );
    expect(await count(here)).toBe(before + 1);
  });

  it.each([
    ['waited for', (tx: AreaTx) => put(tx, elsewhere).then(() => undefined)],
    ['unheard', async (tx: AreaTx) => tx.settleAtCommit(put(tx, elsewhere))],
    [
      'unheard, with others behind it',
      async (tx: AreaTx) => {
        tx.settleAtCommit(put(tx, elsewhere));
        await put(tx);
      },
    ],
  ])('undoes its own part alone when a statement fails, %s', async (_how, part) => {
    const before = (await count(here)) ?? 0;
    await inArea(database.db, here, noKeys, async (tx) => {
      await put(tx);
      await expect(inSavepoint(tx, part)).rejects.toMatchObject({ code: '42501' });
      await put(tx);
    });
    expect(await count(here)).toBe(before + 2);
  });
});
