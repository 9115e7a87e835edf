import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { placesAndPeople } from '#core/people/testing/mounted.ts';
import { SmallArea } from '#core/people/testing/small-area.ts';
import { uuidv7 } from '#kernel/time-id/uuid.ts';
import { REMOVED_AT_ONCE } from '../domain/decide.ts';
import { openPrivacyWorld, type PrivacyWorld } from '../testing/privacy-world.ts';

const DAY = 24 * 3_600_000;

describe('what is past its time', () => {
  let w: PrivacyWorld;
  let area: SmallArea;
  let dwellingId: string;
  const perform = async (kind: string, body: unknown) => {
    const answer = await w.world.send(w.secretary, kind, body);
    if (answer.outcome !== 'done') throw new Error(`${kind}: ${answer.problems[0]?.code}`);
  };
  beforeEach(async () => {
    w = await openPrivacyWorld(placesAndPeople());
    const next = () => {
      w.world.clock.advance(1);
      return uuidv7(w.world.clock.now());
    };
    area = new SmallArea(perform, { next });
    dwellingId = await area.dwelling(await area.building(await area.compound()));
  });
  afterEach(() => w.close());

  const kind = async (name: string) => {
    const { kinds } = await w.ask(w.secretary, (client) => client.kinds());
    const found = kinds.find((one) => one.kind === name);
    if (!found) throw new Error(`no kind ${name}`);
    return found;
  };
  const leave = (residentId: string) => perform('people.end-resident', { residentId, reason: 'moved-out' });
  const remove = (name: string, actor = w.secretary) =>
    w.world.send(actor, 'privacy.remove-expired', { kind: name });
  const stored = async (id: string) =>
    (
      await sql<Record<string, unknown>>`select * from people.resident where id = ${id}`.execute(
        w.world.database.owner,
      )
    ).rows[0];

  it('is foretold, counted when its day has come, and taken away when the secretary says so', async () => {
    const gone = await area.resident(dwellingId, { name: '李远行', phone: '19900000001', note: '腿脚不便' });
    const stays = await area.resident(dwellingId, { name: '王常住' });
    await leave(gone);
    const left = w.world.clock.now();
    expect((await kind('people.resident')).keeping).toMatchObject({
      days: 30,
      expired: 0,
      next: expect.closeTo(left + 30 * DAY, -3),
    });
    w.world.clock.advance(31 * DAY);
    expect(await kind('people.resident')).toMatchObject({ rows: 2, keeping: { expired: 1 } });

    expect(await remove('people.resident')).toMatchObject({ outcome: 'done' });
    expect(await kind('people.resident')).toMatchObject({ rows: 1, keeping: { expired: 0, next: null } });
    const erased = JSON.stringify(await stored(gone));
    for (const value of ['李远行', '19900000001', '腿脚不便', 'liyuanxing'])
      expect(erased).not.toContain(value);
    expect(await stored(gone)).toMatchObject({ id: gone, phoneCipher: null, phoneBlind: null });
    expect(await stored(stays)).toMatchObject({ name: '王常住' });
  });

  it('is a matter of the area’s own setting, from its day on', async () => {
    await leave(await area.resident(dwellingId));
    w.world.clock.advance(8 * DAY);
    const settled = () => kind('people.resident').then(({ keeping }) => keeping);
    expect(await settled()).toMatchObject({ expired: 0 });
    await sql`insert into kernel.setting (area_id, id, version, key, value, valid_from, source, set_by)
      values (${w.world.areaId}, gen_random_uuid(), 0, 'people.keep-ended-days', 7,
        ${new Date(w.world.clock.now())}, '街道通知', 'test')`.execute(w.world.database.owner);
    expect(await settled()).toMatchObject({ days: 7, expired: 1 });
  });

  it('goes in portions, so that nobody at a gate waits', async () => {
    const ids = Array.from({ length: REMOVED_AT_ONCE + 3 }, () => uuidv7(w.world.clock.now()));
    const adding = ids.map((residentId, n) =>
      w.world.envelope(w.secretary, 'people.add-resident', {
        residentId,
        householdId: uuidv7(w.world.clock.now()),
        dwellingId,
        set: { name: `过客${n}` },
      }),
    );
    const ending = ids.map((residentId) =>
      w.world.envelope(w.secretary, 'people.end-resident', { residentId, reason: 'moved-out' }),
    );
    for (const batch of [adding, ending]) {
      await w.world.push(w.secretary, batch.slice(0, 400));
      await w.world.push(w.secretary, batch.slice(400));
    }
    w.world.clock.advance(31 * DAY);
    await remove('people.resident');
    expect((await kind('people.resident')).keeping).toMatchObject({ expired: 3 });
    await remove('people.resident');
    expect((await kind('people.resident')).keeping).toMatchObject({ expired: 0 });
  });

  it('of looks goes after three years, not before', async () => {
    const residentId = await area.resident(dwellingId, { phone: '19900000002' });
    await perform('people.look', { residentId, fields: ['phone'], reason: '通知取药' });
    w.world.clock.advance(1094 * DAY);
    await remove('people.look');
    expect(await kind('people.look')).toMatchObject({ rows: 1 });
    w.world.clock.advance(2 * DAY);
    await remove('people.look');
    expect(await kind('people.look')).toMatchObject({ rows: 0 });
  });

  it('is said in the log, with the kind and how many, and leaves earlier entries as they are', async () => {
    const log = () =>
      sql<{ sealed: Buffer }>`select sealed from kernel.command_log order by version`.execute(
        w.world.database.owner,
      );
    await leave(await area.resident(dwellingId));
    const before = (await log()).rows;
    w.world.clock.advance(31 * DAY);
    await remove('people.resident');
    const after = (await log()).rows;
    expect(after.slice(0, before.length)).toEqual(before);
    const last = w.world.keys.open(after.at(-1)?.sealed ?? Buffer.alloc(0), 'kernel.command_log');
    expect(last).toContain('"kind":"people.resident"');
    expect(last).toContain('"rows":1');
  });

  it('is not for others to remove, nor for a kind that is unknown', async () => {
    for (const role of ['role:command', 'role:leader:testing', 'role:volunteer']) {
      const answer = await remove('people.resident', w.world.actor(role));
      expect(answer.problems[0]?.code).toBe('command.not-allowed');
    }
    expect((await remove('people.nothing')).problems[0]?.code).toBe('privacy.unknown-kind');
  });
});
