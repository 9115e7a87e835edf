import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COLLECTIONS } from '../contract/sync.ts';
import { gatesDoors } from '../testing/mounted.ts';
import { DAY, GatesWorld } from '../testing/world.ts';
import { gatesSync } from './sync.ts';

let t: GatesWorld;
beforeAll(async () => {
  t = await GatesWorld.open();
});
afterAll(() => t.close());

const codes = (answer: { problems: readonly { code: string }[] }) => answer.problems.map(({ code }) => code);
const open = async () =>
  (
    await t.world.read((tx) =>
      sql<{ id: string; code: string; subjects: Record<string, string> }>`
        select id, code, subjects from kernel.discrepancy
        where area_id = ${tx.areaId} and settled_at is null order by raised_at, id`.execute(tx.db),
    )
  ).rows;
const source = gatesSync(gatesDoors);
const delta = (since = 0, actor = t.volunteer) =>
  t.world.read((tx) => source.delta(tx, actor, 'gates.area', since));

describe('a household under precaution', () => {
  it('goes out twice in seven days, counted over both gates; the third time stands and is flagged', async () => {
    await t.declare(0, 'precaution');
    expect(await t.pass(t.resident(0), 'out')).toMatchObject({ outcome: 'done' });
    expect(await t.pass(t.resident(0), 'in')).toMatchObject({ outcome: 'done' });
    expect(await t.pass(t.resident(0, 1), 'out', { gateId: t.gate(1) })).toMatchObject({ outcome: 'done' });
    expect(await t.pass(t.resident(0, 1), 'in')).toMatchObject({ outcome: 'done' });
    const third = await t.pass(t.resident(0), 'out', { gateId: t.gate(1) });
    expect(third.outcome).toBe('flagged');
    expect(codes(third)).toEqual(['gates.outings-exceeded']);
    await t.pass(t.resident(0), 'in');
  });

  it('is known to every phone with its outings, and forgets one that the leader does not count', async () => {
    const before = (await delta())[COLLECTIONS.passage]?.rows ?? [];
    expect(before.filter((row) => row.counts)).toHaveLength(3);
    const [found] = await open();
    const settle = { discrepancyId: found?.id ?? '', resolution: 'not-counted', note: '去医院配药' } as const;
    const answer = await t.send('gates.settle', settle);
    expect(answer.outcome).toBe('done');
    expect(codes(await t.send('gates.settle', settle))).toEqual(['gates.already-settled']);
    const news = (await delta(answer.version - 1))[COLLECTIONS.passage]?.rows ?? [];
    expect(news).toMatchObject([{ counts: false }]);
    expect(await open()).toEqual([]);
  });

  it('may go again when the first outing is seven days back', async () => {
    expect(codes(await t.pass(t.resident(0), 'out'))).toEqual(['gates.outings-exceeded']);
    await t.pass(t.resident(0), 'in');
    t.world.clock.advance(7 * DAY);
    expect(await t.pass(t.resident(0), 'out')).toMatchObject({ outcome: 'done' });
    await t.pass(t.resident(0), 'in');
  });
});

describe('an emergency', () => {
  it('is never held against anybody, wherever he or she lives', async () => {
    await t.declare(1, 'lockdown');
    const photo = { fileId: t.newId(), sha256: 'a'.repeat(64), size: 10, type: 'image/jpeg' } as const;
    const said = { outcome: 'emergency', rule: 'emergency', reason: 'dialysis', photo } as const;
    expect(await t.pass(t.resident(1), 'out', said)).toMatchObject({ outcome: 'done' });
    expect(codes(await t.pass(t.resident(3), 'out'))).toEqual(['gates.zone-forbade']);
  });
});

describe('one’s own slip', () => {
  it('is taken back by its author within minutes, and what was before stands again', async () => {
    const body = t.passage(t.resident(2), 'out');
    await t.send('gates.record-passage', body, t.volunteer);
    const undo = { passageId: body.passageId };
    expect(codes(await t.send('gates.undo-passage', undo, t.other))).toEqual(['gates.not-your-passage']);
    expect(await t.send('gates.undo-passage', undo, t.volunteer)).toMatchObject({ outcome: 'done' });
    expect(codes(await t.send('gates.undo-passage', undo, t.volunteer))).toEqual(['gates.already-voided']);
    const seen = (await delta(1))[COLLECTIONS.presence]?.rows.find((row) => row.id === t.resident(2));
    expect(seen).toMatchObject({ direction: 'in' });
  });
});

describe('the term of gates', () => {
  it('goes to gate duty and the group’s leaders, with masked cards, and to no stranger', async () => {
    const terms = (actor = t.volunteer) => t.world.read((tx) => source.terms(tx, actor, t.now));
    expect(await terms()).toEqual(['gates.area']);
    expect(await terms(t.leader)).toEqual(['gates.area']);
    expect(await terms(t.stranger)).toEqual([]);
    const all = await delta();
    expect(all[COLLECTIONS.card]?.rows).toHaveLength(8);
    expect(JSON.stringify(all)).not.toContain('王小明');
    expect(all[COLLECTIONS.gate]?.rows).toMatchObject([{ name: '东门' }, { name: '西门' }]);
  });
});

describe('what a phone brings that is odd', () => {
  it('a clock wrong by days: ahead it is taken as now and flagged, behind it stands where it says', async () => {
    const far = await t.send('gates.record-passage', t.passage(t.resident(2), 'in'), t.volunteer, {
      claimedAt: t.now + 3 * DAY,
      clockOffset: null,
    });
    expect(codes(far)).toContain('command.from-the-future');
    const measured = await t.send('gates.record-passage', t.passage(t.resident(2), 'in'), t.volunteer, {
      claimedAt: t.now + 3 * DAY,
      clockOffset: -3 * DAY,
    });
    expect(measured.outcome).toBe('done');
  });

  it('the same passage under a new command: kept once, told so', async () => {
    const body = t.passage(t.resident(2), 'in');
    expect(await t.send('gates.record-passage', body, t.volunteer)).toMatchObject({ outcome: 'done' });
    expect(codes(await t.send('gates.record-passage', body, t.volunteer))).toEqual(['gates.id-taken']);
  });

  it('a duty that has ended, or none: refused and logged', async () => {
    const done = t.world.actor({ grant: 'duty:order', from: 0, until: t.now });
    for (const actor of [done, t.stranger]) {
      expect(codes(await t.send('gates.record-passage', t.passage(t.resident(2), 'in'), actor))).toEqual([
        'command.not-allowed',
      ]);
    }
  });

  it('a resident nobody knows is let in on the leader’s word and stays without a household', async () => {
    const said = { subject: 'unknown', residentId: null, outcome: 'asked', rule: 'unknown' } as const;
    expect(await t.pass('', 'in', said)).toMatchObject({ outcome: 'done' });
  });
});
