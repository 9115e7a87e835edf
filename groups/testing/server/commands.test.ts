import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { selectRows } from '#kernel/db/select.ts';
import { TestingWorld } from '../testing/world.ts';
import { sampleTable, tubeTable } from './tables.ts';

let t: TestingWorld;

beforeAll(async () => {
  t = await TestingWorld.open({ people: 30, away: 2, poolRatio: 5 });
  await t.openRound();
});
afterAll(() => t.close());

const codes = (answer: { problems: readonly { code: string }[] }) => answer.problems.map((p) => p.code);
const tube = (id: string) =>
  t.world.read(async (tx) => (await selectRows(tx, tubeTable, sql`id = ${id}`))[0]);
const openDiscrepancy = (code: string) =>
  t.world.read(async (tx) => {
    const { rows } = await sql<{ id: string }>`
      select id from kernel.discrepancy
      where area_id = ${tx.areaId} and code = ${code} and settled_at is null order by version desc`.execute(
      tx.db,
    );
    return rows[0]?.id ?? '';
  });
const settle = async (code: string, resolution: 'same-tube' | 'keep-first' | 'identify', more = {}) =>
  t.send('testing.settle', {
    roundId: t.roundId,
    discrepancyId: await openDiscrepancy(code),
    resolution,
    note: '',
    ...more,
  });

describe('a batch of scans', () => {
  it('is decided together: a full tube closes within the batch', async () => {
    const tubeId = t.newId();
    const batch = [2, 3, 4, 5, 6].map((person) =>
      t.world.envelope(t.sampler, 'testing.sample', t.scan(person, 'A1', tubeId)),
    );
    const answers = await t.world.push(t.sampler, batch);
    expect(answers.map((a) => a.outcome)).toEqual(['done', 'done', 'done', 'done', 'done']);
    expect(await tube(tubeId)).toMatchObject({ count: 5, state: 'closed', closeReason: 'full', ratio: 5 });
    // Sent again after a lost answer: nothing doubles.
    const again = await t.world.push(t.sampler, batch);
    expect(again.map((a) => a.outcome)).toEqual(Array(5).fill('already'));
    expect(await tube(tubeId)).toMatchObject({ count: 5 });
  });

  it('goes on with a tube that another batch opened', async () => {
    const tubeId = t.newId();
    await t.send('testing.sample', t.scan(7, 'A2', tubeId), t.sampler);
    await t.send('testing.sample', t.scan(8, 'A2', tubeId), t.sampler);
    const body = { roundId: t.roundId, tubeId, reason: 'no-more-people', note: '' } as const;
    await t.send('testing.close-tube', body, t.sampler);
    expect(await tube(tubeId)).toMatchObject({ count: 2, state: 'closed', closeReason: 'no-more-people' });
  });
});

describe('two phones that were offline', () => {
  it('with the same person: both samples stand until a leader settles', async () => {
    const first = t.scan(9, 'B1', t.newId());
    const second = t.scan(9, 'B2', t.newId(), 1);
    expect(await t.send('testing.sample', first, t.sampler)).toMatchObject({ outcome: 'done' });
    const answer = await t.send('testing.sample', second, t.other);
    expect(answer.outcome).toBe('flagged');
    expect(codes(answer)).toEqual(['testing.double-sample']);
    expect(await settle('testing.double-sample', 'keep-first')).toMatchObject({ outcome: 'done' });
    expect(await tube(second.tubeId)).toMatchObject({ count: 0 });
    expect(await openDiscrepancy('testing.double-sample')).toBe('');
  });

  it('with the same tube code: two rows, settled as one tube, late samples follow', async () => {
    const one = t.newId();
    const two = t.newId();
    await t.send('testing.sample', t.scan(10, 'C1', one), t.sampler);
    const answer = await t.send('testing.sample', t.scan(11, 'C1', two, 3), t.other);
    expect(codes(answer)).toEqual(['testing.tube-used-twice']);
    await settle('testing.tube-used-twice', 'same-tube');
    await t.send('testing.sample', t.scan(12, 'C1', two, 3), t.other);
    expect(await tube(one)).toMatchObject({ count: 3, mergedInto: null });
    expect(await tube(two)).toMatchObject({ count: 0, mergedInto: one });
  });

  it('one packing before the other has synced', async () => {
    const boxId = t.newId();
    const tubes = [{ packingId: t.newId(), code: 'D1' }];
    const pack = { roundId: t.roundId, boxId, boxCode: 'X1', tubes };
    expect(await t.send('testing.pack-tubes', pack, t.other)).toMatchObject({ outcome: 'done' });
    const tubeId = t.newId();
    await t.send('testing.sample', t.scan(13, 'D1', tubeId), t.sampler);
    expect(await tube(tubeId)).toMatchObject({ state: 'packed', boxId });
  });
});

describe('somebody unknown', () => {
  it('is kept with what was read, sealed, and recognised when it comes again', async () => {
    const body = t.scan(null, 'E1', t.newId());
    expect(codes(await t.send('testing.sample', body, t.sampler))).toEqual(['testing.unknown-person']);
    const again = await t.send('testing.sample', t.scan(null, 'E2', t.newId()), t.other);
    expect(codes(again)).toEqual(['testing.unknown-person', 'testing.double-sample']);
    const [row] = await t.world.read((tx) => selectRows(tx, sampleTable, sql`id = ${body.sampleId}`));
    expect(row?.codeSealed?.toString('latin1')).not.toContain('310101');
    await settle('testing.double-sample', 'keep-first');
    await settle('testing.unknown-person', 'identify', { residentId: t.person(14) });
    const rows = await t.world.read((tx) => selectRows(tx, sampleTable, sql`resident_id = ${t.person(14)}`));
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ codeSealed: null, codeBlind: null });
  });
});

describe('who may', () => {
  const refused = { outcome: 'refused', problems: [{ code: 'command.not-allowed' }] };

  it('sample: only who has testing duty or leads', async () => {
    const body = () => t.scan(15, 'F1', t.newId());
    expect(await t.send('testing.sample', body(), t.stranger)).toMatchObject(refused);
    expect(await t.send('testing.sample', body(), t.sampler)).toMatchObject({ outcome: 'done' });
  });

  it('plan, close and settle: only who leads', async () => {
    const { roundId } = t;
    const close = { roundId, acknowledgedDeviceIds: [] };
    expect(await t.send('testing.close-round', close, t.sampler)).toMatchObject(refused);
    expect(await t.send('testing.open-round', { roundId }, t.sampler)).toMatchObject(refused);
    expect(await t.send('testing.create-round', { ...t.round, roundId: t.newId() }, t.sampler)).toMatchObject(
      refused,
    );
    const settleBody = { roundId, discrepancyId: t.newId(), resolution: 'accept', note: '' } as const;
    expect(await t.send('testing.settle', settleBody, t.sampler)).toMatchObject(refused);
  });
});

describe('closing', () => {
  it('asks about phones that may hold work, and marks later figures revised', async () => {
    const phone = t.newId();
    await t.world.write((tx) =>
      sql`insert into kernel.device (area_id, id, actor_id, first_seen_at, last_seen_at, pending)
        values (${tx.areaId}, ${phone}, 'x', ${new Date(t.world.clock.now())}, ${new Date(t.world.clock.now())}, 3)`.execute(
        tx.db,
      ),
    );
    const close = (ids: string[]) =>
      t.send('testing.close-round', { roundId: t.roundId, acknowledgedDeviceIds: ids });
    expect(await close([])).toMatchObject({
      problems: [{ code: 'testing.phones-not-synced', details: { count: 1 } }],
    });
    expect(await close([phone])).toMatchObject({ outcome: 'done' });
    const late = t.scan(16, 'G1', t.newId());
    expect(
      await t.send('testing.sample', late, t.sampler, { claimedAt: t.world.clock.now() - 5000 }),
    ).toMatchObject({ outcome: 'done' });
    const { rows } = await t.world.read((tx) =>
      sql<{ state: string; revisedAt: number | null }>`
        select state, revised_at from testing.round where area_id = ${tx.areaId} and id = ${t.roundId}`.execute(
        tx.db,
      ),
    );
    expect(rows[0]).toMatchObject({ state: 'closed', revisedAt: t.world.clock.now() });
  });
});
