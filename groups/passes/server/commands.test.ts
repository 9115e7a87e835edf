import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DAY, PassesWorld } from '../testing/world.ts';

let w: PassesWorld;
beforeEach(async () => {
  w = await PassesWorld.open();
});
afterEach(() => w.close());

const codes = (answer: { problems: readonly { code: string }[] }) => answer.problems.map(({ code }) => code);
const known = async (id: string) => (await w.pull()).passes.find((pass) => pass.id === id);

describe('issuing', () => {
  test('a whole building at once, in one command', async () => {
    const people = w.people.filter((_, i) => i % 2 === 0).map((residentId) => w.aPass({ residentId }));
    const ids = await w.issue(people);
    expect(ids).toHaveLength(4);
    expect((await w.pull()).passes.map(({ id }) => id).sort()).toEqual([...ids].sort());
  });

  test('to a household, a volunteer, a worker, and a vehicle by its plate', async () => {
    const [row] = await w.ask(
      async (ask) => (await ask.candidates({ buildingId: w.buildings[0] ?? '', by: 'household' })).candidates,
    );
    await w.issue([w.aPass({ residentId: null, householdId: row?.id ?? null })]);
    await w.issue([w.aPass({ residentId: null, memberId: w.gate.id })], { kind: 'volunteer', quota: 'none' });
    const [worker = ''] = await w.issue([w.aPass({ residentId: null, label: '张建国' })], {
      kind: 'worker',
      quota: 'none',
    });
    const [car = ''] = await w.issue([w.aPass({ plate: '沪a·d12345' })], { kind: 'vehicle', quota: 'none' });
    expect(await known(worker)).toMatchObject({ label: '张**', kind: 'worker' });
    expect(await known(car)).toMatchObject({ plate: '沪AD12345', residentId: w.people[0] });
  });

  test('keeps the name of whoever is not in the register sealed', async () => {
    await w.issue([w.aPass({ residentId: null, label: '张建国' })], { kind: 'visitor', quota: 'none' });
    const { rows } = await sql<{ row: string }>`select p::text as row from passes.pass p`.execute(
      w.world.database.owner,
    );
    expect(rows[0]?.row).toContain('张**');
    expect(rows[0]?.row).not.toContain('张建国');
    expect(rows[0]?.row).not.toContain(Buffer.from('张建国').toString('hex'));
  });

  test('is refused: a double, a stranger to the register, a holder that does not fit, a plate that cannot be', async () => {
    await w.issue([w.aPass()]);
    const tried = async (
      pass: Parameters<typeof w.aPass>[0],
      change: Parameters<typeof w.issueBody>[1] = {},
    ) => codes(await w.send('passes.issue', w.issueBody([w.aPass(pass)], change)));
    expect(await tried({})).toEqual(['passes.has-pass']);
    expect(await tried({ residentId: w.newId() })).toEqual(['passes.unknown-holder']);
    expect(await tried({ label: '王' })).toEqual(['passes.wrong-holder']);
    expect(await tried({}, { kind: 'courier' })).toEqual(['passes.wrong-holder']);
    expect(await tried({ plate: '沪AO1234' }, { kind: 'vehicle' })).toEqual(['codes.plate-letter']);
    const one = w.aPass({}, 1);
    expect(codes(await w.send('passes.issue', w.issueBody([one, { ...one, passId: w.newId() }])))).toEqual([
      'passes.has-pass',
    ]);
    expect(codes(await w.send('passes.issue', w.issueBody([one], { validUntil: w.now })))).toEqual([
      'passes.period-reversed',
    ]);
    expect(codes(await w.send('passes.issue', w.issueBody([one], { validUntil: w.now + 32 * DAY })))).toEqual(
      ['passes.period-too-long'],
    );
  });

  test('is not for a gate’s volunteer', async () => {
    expect(codes(await w.send('passes.issue', w.issueBody([w.aPass()]), w.gate))).toEqual([
      'command.not-allowed',
    ]);
  });

  test('anew works when the old one is revoked or over', async () => {
    const [first = ''] = await w.issue([w.aPass()]);
    await w.send('passes.revoke', { passIds: [first], reason: 'lost', note: '' });
    const [second = ''] = await w.issue([w.aPass()]);
    expect(await known(second)).toMatchObject({ revokedAt: null });
    w.world.clock.advance(8 * DAY);
    await w.issue([w.aPass()]);
  });
});

describe('afterwards', () => {
  test('many are extended, suspended, lifted and revoked in one command each, and phones hear of it', async () => {
    const ids = await w.issue([w.aPass({}, 0), w.aPass({}, 1)]);
    const before = Math.max(...(await w.pull()).passes.map(({ version }) => version));
    const until = w.now + 20 * DAY;
    expect((await w.send('passes.extend', { passIds: ids, validUntil: until })).outcome).toBe('done');
    const news = await w.pull(before);
    expect(news.passes.map(({ validUntil }) => validUntil)).toEqual([until, until]);
    await w.send('passes.suspend', { passIds: ids, reason: 'checking', note: '电话打不通' });
    expect(await known(ids[0] ?? '')).toMatchObject({ suspendedAt: w.now, suspendReason: 'checking' });
    await w.send('passes.lift', { passIds: ids });
    expect(await known(ids[0] ?? '')).toMatchObject({ suspendedAt: null });
    expect(codes(await w.send('passes.lift', { passIds: ids }))).toEqual(['passes.not-suspended']);
    await w.send('passes.revoke', { passIds: ids, reason: 'moved', note: '' });
    expect(await known(ids[1] ?? '')).toMatchObject({ revokedAt: w.now, revokeReason: 'moved' });
    expect(codes(await w.send('passes.suspend', { passIds: ids, reason: 'checking', note: '' }))).toEqual([
      'passes.pass-revoked',
    ]);
    expect(codes(await w.send('passes.extend', { passIds: ids, validUntil: until }))).toEqual([
      'passes.pass-revoked',
    ]);
    expect(codes(await w.send('passes.revoke', { passIds: [w.newId()], reason: 'lost', note: '' }))).toEqual([
      'passes.unknown-pass',
    ]);
  });

  test('said twice, a revoked pass stays as it was revoked', async () => {
    const ids = await w.issue([w.aPass()]);
    await w.send('passes.revoke', { passIds: ids, reason: 'lost', note: '' });
    const at = w.now;
    w.world.clock.advance(1000);
    expect((await w.send('passes.revoke', { passIds: ids, reason: 'moved', note: '' })).outcome).toBe('done');
    expect(await known(ids[0] ?? '')).toMatchObject({ revokedAt: at, revokeReason: 'lost' });
  });

  test('a volunteer who leaves the area leaves the pass, and a merged resident’s pass follows', async () => {
    const [mine = ''] = await w.issue([w.aPass({ residentId: null, memberId: w.gate.id })], {
      kind: 'volunteer',
    });
    await w.issue([w.aPass({}, 2)]);
    const event = { type: 'accounts.member-ended', data: { memberId: w.gate.id } };
    await w.react(event);
    expect(await known(mine)).toMatchObject({ revokeReason: 'ended' });
    await w.react({ type: 'people.merged', data: { keptId: w.people[4], mergedId: w.people[2] } });
    expect((await w.pull()).passes.map(({ residentId }) => residentId)).toContain(w.people[4]);
  });
});
