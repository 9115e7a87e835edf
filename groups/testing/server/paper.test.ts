import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MINUTE } from '../testing/area.ts';
import { TestingWorld } from '../testing/world.ts';

describe('a paper list entered at the desk', () => {
  let t: TestingWorld;
  beforeAll(async () => {
    t = await TestingWorld.open({ people: 8 });
    await t.openRound();
    t.world.clock.advance(30 * MINUTE);
  });
  afterAll(() => t.close());

  const onPaper = (person: number, code: string, tubeId: string) => ({
    ...t.scan(person, code, tubeId),
    method: 'paper' as const,
    takenAt: t.world.clock.now() - 20 * MINUTE,
  });
  const total = async () => (await t.ask((c) => c.board({ roundId: t.roundId }))).total;

  it('keeps the time that stands on the paper', async () => {
    const body = onPaper(0, 'P1', t.newId());
    expect(await t.send('testing.sample', body)).toMatchObject({ outcome: 'done' });
    const { taken } = await t.ask((c) => c.paper({ roundId: t.roundId }));
    expect(taken).toEqual([{ residentId: t.person(0), tubeCode: 'P1', at: body.takenAt, method: 'paper' }]);
  });

  it('recognises who was scanned by a phone, and is recognised by a phone that syncs late', async () => {
    const phone = t.newId();
    await t.send('testing.sample', t.scan(1, 'P2', phone), t.sampler);
    const known = await t.send('testing.sample', onPaper(1, 'P2', t.newId()));
    expect(known).toMatchObject({ outcome: 'done', problems: [] });
    const late = await t.send('testing.sample', t.scan(0, 'P1', t.newId()), t.sampler);
    expect(late).toMatchObject({ outcome: 'done', problems: [] });
    expect(await total()).toMatchObject({ checkedIn: 2, inTubes: 2, tubes: 2 });
    const { taken } = await t.ask((c) => c.paper({ roundId: t.roundId }));
    expect(taken.map((swab) => swab.method).sort()).toEqual(['scan', 'scan']);
  });

  it('the late phone goes on in its own tube, which is the paper’s', async () => {
    const paper = t.newId();
    await t.send('testing.sample', onPaper(2, 'P3', paper));
    const phone = t.newId();
    await t.send('testing.sample', t.scan(3, 'P3', phone), t.sampler);
    await t.send('testing.sample', t.scan(4, 'P3', phone), t.sampler);
    const close = { roundId: t.roundId, tubeId: phone, reason: 'no-more-people' as const, note: '' };
    expect(await t.send('testing.close-tube', close, t.sampler)).toMatchObject({ outcome: 'done' });
    const { rows } = await t.ask((c) =>
      c.rows({ roundId: t.roundId, figure: 'tubes', laneId: t.lane(0), offset: 0, limit: 50 }),
    );
    expect(rows).toContainEqual(expect.objectContaining({ code: 'P3', count: 3, state: 'closed' }));
  });

  it('in two different tubes it is a contradiction that a leader settles', async () => {
    const answer = await t.send('testing.sample', onPaper(1, 'P9', t.newId()));
    expect(answer).toMatchObject({ outcome: 'flagged', problems: [{ code: 'testing.double-sample' }] });
  });

  it('is not for somebody who is not on duty, nor is its list', async () => {
    const body = onPaper(5, 'P5', t.newId());
    expect(await t.send('testing.sample', body, t.stranger)).toMatchObject({ outcome: 'refused' });
    for (const actor of [t.sampler, t.stranger]) {
      await expect(t.ask((c) => c.paper({ roundId: t.roundId }), actor)).rejects.toThrow();
    }
  });
});
