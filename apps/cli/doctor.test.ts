import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CompiledQuery } from 'kysely';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openHouse } from '#apps/server/house.ts';
import { migrations } from '#apps/server/migrations.ts';
import { confirmNotice } from '#core/privacy/testing/notice.ts';
import { type TestDatabase, testDatabase } from '#kernel/db/testing/database.ts';
import { uuidv7 } from '#kernel/time-id/uuid.ts';
import { readConfig } from './config.ts';
import { doctor } from './doctor.ts';
import { backupChecks } from './doctor-backup.ts';
import { cliOf } from './main.ts';

let database: TestDatabase;
let dataFolder: string;
beforeAll(async () => {
  database = await testDatabase(migrations);
  dataFolder = await mkdtemp(join(tmpdir(), 'concerto-doctor-'));
  const house = await openHouse({ databaseUrl: database.url, dataFolder, log: pino({ level: 'silent' }) });
  const areaId = await house.areaNamed('清源居民区');
  const by = house.system(areaId);
  const now = Date.now();
  const notice = confirmNotice('清源居民区', uuidv7(now));
  await house.host.submit(
    areaId,
    [{ id: uuidv7(now), v: 1, claimedAt: now, actorId: by.actor.id, ...notice }],
    by,
  );
  await house.close();
});
afterAll(async () => {
  await database.close();
  await rm(dataFolder, { recursive: true, force: true });
});

const cli = () => cliOf({ DATABASE_URL: database.url, CONCERTO_DATA: dataFolder, LANG: 'en' });
async function checked() {
  const said: string[] = [];
  const status = await doctor.run([], { ...cli(), say: (line) => void said.push(line) });
  return { status, said: said.join('\n') };
}
const change = (text: string) => database.owner.executeQuery(CompiledQuery.raw(text));

describe('the doctor', () => {
  it('finds a log that holds, and says of each warning what to do', async () => {
    const { status, said } = await checked();
    expect(status).toBe(0);
    expect(said).toContain('✓ The log of commands is unaltered: 1 command in one chain');
    for (const [, line, next] of said.matchAll(/^▲ (.*)\n(.*)$/gm))
      expect([line, next]).toEqual([line, expect.stringMatching(/^ {2}→ \S/)]);
  });

  it('finds a log that was altered', async () => {
    await change("update kernel.command_log set actor_id = 'somebody else'");
    const { status, said } = await checked();
    expect(status).toBe(1);
    expect(said).toMatch(
      /✗ The log of commands is unaltered: 清源居民区: seal 1 does not fit its rows\n {2}→ /,
    );
    await change("update kernel.command_log set actor_id = 'system'");
    expect(await checked()).toMatchObject({ status: 0 });
  });

  it('finds a database that a later program has brought up', async () => {
    await change(
      "insert into kernel.migration (module, name, hash) values ('people', '9999-from-later.sql', 'x')",
    );
    const { status, said } = await checked();
    expect(status).toBe(1);
    expect(said).toMatch(
      /✗ Program version: .*people\/9999-from-later\.sql.*\n {2}→ Put the newer program back/,
    );
    await change("delete from kernel.migration where name = '9999-from-later.sql'");
  });

  it('counts the hours since the last backup: a warning after a night, a fault after three days', async () => {
    const now = Date.now();
    const ofAge = async (hours: number, bytes = 1_000) => {
      const last = { at: now - hours * 3_600_000, file: '/media/disk/x.age', bytes };
      await writeFile(join(dataFolder, 'last-backup.json'), JSON.stringify(last));
      const [age, room] = await backupChecks(readConfig(cli()), cli(), now);
      return { age, room };
    };
    expect((await ofAge(20)).age).toMatchObject({ ok: true, warning: false });
    expect((await ofAge(30)).age).toMatchObject({ ok: true, warning: true });
    expect((await ofAge(80)).age).toMatchObject({ ok: false });
    expect((await ofAge(1)).room).toMatchObject({ ok: true });
    expect((await ofAge(1, 2 ** 60)).room).toMatchObject({ ok: false });
  });
});
