import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { noteBackup } from '#kernel/backup/last-backup.ts';
import { openPrivacyWorld, type PrivacyWorld } from '../testing/privacy-world.ts';

const HOUR = 3_600_000;

let w: PrivacyWorld;
beforeAll(async () => {
  w = await openPrivacyWorld();
});
afterAll(() => w.close());

const look = () => w.ask(w.secretary, (client) => client.backup());

it('says how old the newest backup is, and from when on that is too old', async () => {
  await sql`update kernel.area set created_at = ${new Date(w.world.clock.now())}`.execute(
    w.world.database.owner,
  );
  expect(await look()).toEqual({ at: null, hours: 26, late: false });
  w.world.clock.advance(27 * HOUR);
  expect(await look()).toEqual({ at: null, hours: 26, late: true });

  const at = w.world.clock.now();
  await noteBackup(w.dataFolder, '/media/disk/monday.age', { madeAt: new Date(at).toISOString(), bytes: 1 });
  expect(await look()).toEqual({ at, hours: 26, late: false });
  w.world.clock.advance(26 * HOUR);
  expect(await look()).toMatchObject({ late: false });
  w.world.clock.advance(1);
  expect(await look()).toMatchObject({ at, late: true });
});

it('is a matter of the area’s own setting', async () => {
  await sql`insert into kernel.setting (area_id, id, version, key, value, valid_from, source, set_by)
    values (${w.world.areaId}, gen_random_uuid(), 0, 'privacy.backup-late-hours', 48,
      ${new Date(w.world.clock.now())}, '街道通知', 'test')`.execute(w.world.database.owner);
  expect(await look()).toMatchObject({ hours: 48, late: false });
});

it('is not for a volunteer', async () => {
  await expect(w.ask(w.world.actor('role:volunteer'), (client) => client.backup())).rejects.toMatchObject({
    problem: { code: 'query.not-allowed' },
  });
});
