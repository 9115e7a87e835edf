import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DemoNumbers } from '#core/people/testing/demo-numbers.ts';
import { peopleReader, placesAndPeople } from '#core/people/testing/mounted.ts';
import { SmallArea } from '#core/people/testing/small-area.ts';
import type { Actor } from '#kernel/access/access.ts';
import type { CommandEnvelope } from '#kernel/command/command.ts';
import { nextStale, RESEAL_CHUNK } from '#kernel/crypto/reseal.ts';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import { uuidv7 } from '#kernel/time-id/uuid.ts';
import { openPrivacyWorld, type PrivacyWorld } from '../testing/privacy-world.ts';
import { rotateKeys } from './rotate-keys.ts';

/** The n-th mobile number of the unassigned block 199. */
const phoneOf = (n: number) => `199${String(n).padStart(8, '0')}`;
const COUNT = RESEAL_CHUNK + 120;

describe('rotating the keys of an area', () => {
  let w: PrivacyWorld;
  let dwellingId: string;
  let next: () => string;
  beforeEach(async () => {
    w = await openPrivacyWorld(placesAndPeople());
    next = () => {
      w.world.clock.advance(1);
      return uuidv7(w.world.clock.now());
    };
    const area = new SmallArea(
      async (kind, body) => {
        const answer = await w.world.send(w.secretary, kind, body);
        if (answer.outcome !== 'done') throw new Error(`${kind}: ${answer.problems[0]?.code}`);
      },
      { next },
    );
    dwellingId = await area.dwelling(await area.building(await area.compound()));
    const all = Array.from({ length: COUNT }, (_, n) => arrival(n));
    for (let from = 0; from < COUNT; from += 500)
      await w.world.push(w.secretary, all.slice(from, from + 500));
  });
  afterEach(() => w.close());

  const arrival = (n: number, set: object = {}, actor: Actor = w.secretary): CommandEnvelope =>
    w.world.envelope(actor, 'people.add-resident', {
      residentId: next(),
      householdId: next(),
      dwellingId,
      set: { name: `住户${n}`, phone: phoneOf(n), ...set },
    });
  const found = (n: number) =>
    w.world.read(async (tx) => (await peopleReader.findByPhone(tx, phoneOf(n))).map(({ id }) => id));
  const sealedBy = async () => {
    const { rows } = await sql<{ version: number; count: number }>`
      select get_byte(phone_cipher, 0) as version, count(*)::int4 as count from people.resident
      where phone_cipher is not null group by 1 order by 1`.execute(w.world.database.owner);
    return Object.fromEntries(rows.map(({ version, count }) => [version, count]));
  };
  const stale = (work: (tx: AreaTx) => Promise<unknown>) => w.world.read(work);

  it('seals every stored number again in chunks, finds it as before, and leaves what phones hold alone', async () => {
    const before = await sql`select id, version, name, phone_mask from people.resident order by id`.execute(
      w.world.database.owner,
    );
    const chunks: number[] = [];
    expect(await rotateKeys(w.host, w.by, w.doors.sealed, (_, rows) => chunks.push(rows))).toBe(COUNT);
    expect(chunks).toEqual([RESEAL_CHUNK, COUNT - RESEAL_CHUNK]);
    expect(await sealedBy()).toEqual({ 2: COUNT });
    expect(await found(7)).toHaveLength(1);
    const after = await sql`select id, version, name, phone_mask from people.resident order by id`.execute(
      w.world.database.owner,
    );
    expect(after.rows).toEqual(before.rows);
    expect((await w.ring.info(w.world.areaId)).versions).toMatchObject([
      { version: 1, logOnly: true },
      { version: 2, logOnly: false },
    ]);
  });

  it('while others go on writing: what they add is sealed by the new keys, and nobody is entered twice', async () => {
    const idNumber = new DemoNumbers(Math.random).card('1950-01-01', 'female');
    expect(await w.world.push(w.secretary, [arrival(900_000, { idNumber })])).toMatchObject([
      { outcome: 'done' },
    ]);
    let rotating = true;
    const rotation = rotateKeys(w.host, w.by, w.doors.sealed).finally(() => {
      rotating = false;
    });
    const twins: string[] = [];
    let added = 0;
    while (rotating) {
      const [, twin] = await w.world.push(w.secretary, [
        arrival(COUNT + added),
        arrival(900_001, { idNumber }),
      ]);
      twins.push(twin?.problems[0]?.code ?? 'entered twice');
      expect(await found(3)).toHaveLength(1);
      added += 1;
    }
    await rotation;
    expect(new Set(twins)).toEqual(new Set(['people.id-number-taken']));
    expect(await sealedBy()).toEqual({ 2: COUNT + added + 1 });
    expect(await found(COUNT)).toHaveLength(1);
  });

  it('killed half-way everything still opens and is found; called again it goes on', async () => {
    let sent = 0;
    const dying: typeof w.host = {
      ...w.host,
      submit: (...args) => {
        sent += 1;
        if (sent > 2) throw new Error('killed');
        return w.host.submit(...args);
      },
    };
    await expect(rotateKeys(dying, w.by, w.doors.sealed)).rejects.toThrow('killed');
    expect(await sealedBy()).toEqual({ 1: COUNT - RESEAL_CHUNK, 2: RESEAL_CHUNK });
    expect(await found(1)).toHaveLength(1);
    expect(await found(COUNT - 1)).toHaveLength(1);
    expect((await w.ring.info(w.world.areaId)).rotating).toBe(true);

    expect(await rotateKeys(w.host, w.by, w.doors.sealed)).toBe(COUNT - RESEAL_CHUNK);
    const { versions, rotating } = await w.ring.info(w.world.areaId);
    expect(versions).toHaveLength(2);
    expect(rotating).toBe(false);
  });

  it('is not ended while anything stands under the earlier keys', async () => {
    const send = async (kind: string, body: object) =>
      (await w.host.submit(w.world.areaId, [w.world.envelope(w.by.actor, kind, body)], w.by))[0];
    await send('privacy.begin-key-rotation', {});
    expect((await send('privacy.end-key-rotation', {}))?.problems[0]?.code).toBe(
      'privacy.rotation-unfinished',
    );
    const [people] = w.doors.sealed;
    if (!people) throw new Error('people has no sealed table');
    expect(await stale((tx) => nextStale(tx, people, null))).toMatchObject({ rows: RESEAL_CHUNK });
  });

  it('keeps the log as it was: chained over its ciphertext, opened by the version it was sealed with', async () => {
    const log = () =>
      sql<{ sealed: Buffer }>`select sealed from kernel.command_log order by version`.execute(
        w.world.database.owner,
      );
    const before = (await log()).rows;
    await rotateKeys(w.host, w.by, w.doors.sealed);
    const after = (await log()).rows;
    expect(after.slice(0, before.length)).toEqual(before);
    for (const { sealed } of [after[0], after.at(-1)].flatMap((row) => row ?? []))
      expect(w.world.keys.open(sealed, 'kernel.command_log')).toContain('envelope');
  });

  it('is for the command line alone', async () => {
    for (const kind of ['privacy.begin-key-rotation', 'privacy.end-key-rotation']) {
      const answer = await w.world.send(w.secretary, kind, {});
      expect(answer).toMatchObject({ outcome: 'refused', problems: [{ code: 'command.not-allowed' }] });
    }
    expect((await w.ring.info(w.world.areaId)).versions).toHaveLength(1);
  });
});
