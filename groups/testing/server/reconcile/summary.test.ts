import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestingWorld } from '../../testing/world.ts';

let t: TestingWorld;

beforeAll(async () => {
  t = await TestingWorld.open({ people: 6 });
  await t.openRound();
  await t.send('testing.sample', t.scan(0, 'A1', t.newId()), t.sampler);
});
afterAll(() => t.close());

const summary = () => t.ask((c) => c.summary({ roundId: t.roundId }));
const sign = (hash: string, signsAs: 'leader' | 'second', actor = t.leader) =>
  t.send('testing.sign-summary', { roundId: t.roundId, signatureId: t.newId(), hash, signsAs }, actor);
const second = () => t.world.actor('role:deputy:testing');

describe('the summary of a round', () => {
  it('is not signed while the round is open', async () => {
    const { hash, edition, revised, signatures } = await summary();
    expect({ edition, revised, signatures }).toEqual({ edition: 1, revised: false, signatures: [] });
    expect(await sign(hash, 'leader')).toMatchObject({ problems: [{ code: 'testing.not-closed' }] });
  });

  it('is signed by two people, each for the figures that stand', async () => {
    await t.send('testing.close-round', { roundId: t.roundId, acknowledgedDeviceIds: [] });
    const { hash } = await summary();
    expect(await sign('0'.repeat(64), 'leader')).toMatchObject({
      problems: [{ code: 'testing.summary-changed' }],
    });
    expect(await sign(hash, 'leader')).toMatchObject({ outcome: 'done' });
    // One hand does not sign for both, and nobody signs in a place that is taken.
    expect(await sign(hash, 'second')).toMatchObject({ problems: [{ code: 'testing.summary-signed' }] });
    expect(await sign(hash, 'leader', second())).toMatchObject({
      problems: [{ code: 'testing.summary-signed' }],
    });
    t.world.clock.advance(1000);
    expect(await sign(hash, 'second', second())).toMatchObject({ outcome: 'done' });
    const after = await summary();
    expect(after).toMatchObject({ hash, edition: 1, revised: false });
    expect(after.signatures.map(({ signsAs, edition }) => [signsAs, edition])).toEqual([
      ['leader', 1],
      ['second', 1],
    ]);
  });

  it('does not move by itself as time goes by', async () => {
    const { hash } = await summary();
    t.world.clock.advance(10 * 3_600_000);
    expect((await summary()).hash).toBe(hash);
  });

  it('is revised by a fact that comes afterwards, and signed anew as the next version', async () => {
    const { hash } = await summary();
    await t.send('testing.sample', t.scan(1, 'A2', t.newId()), t.sampler);
    const revised = await summary();
    expect(revised).toMatchObject({ edition: 2, revised: true });
    expect(revised.hash).not.toBe(hash);
    expect(await sign(hash, 'leader')).toMatchObject({ problems: [{ code: 'testing.summary-changed' }] });
    expect(await sign(revised.hash, 'leader')).toMatchObject({ outcome: 'done' });
    expect(await summary()).toMatchObject({ edition: 2, revised: false });
  });

  it('tells how differences were settled, and by whom', async () => {
    const [gap] = (await t.ask((c) => c.gaps({ roundId: t.roundId }))).gaps;
    if (!gap) throw new Error('nothing differs');
    await t.send('testing.settle-gap', {
      ...{ roundId: t.roundId, way: 'accept', acceptanceId: t.newId(), note: '试管在冰箱，明早送' },
      ...{ kind: gap.kind, subject: gap.subject, said: gap.said },
    });
    const told = (await summary()).gaps.find(({ subject }) => subject === gap.subject);
    expect(told?.accepted?.note).toBe('试管在冰箱，明早送');
  });

  it('is signed only by who may close the round, and only of a round that stands', async () => {
    const { hash } = await summary();
    expect(await sign(hash, 'second', t.sampler)).toMatchObject({
      problems: [{ code: 'command.not-allowed' }],
    });
    const body = { roundId: t.newId(), signatureId: t.newId(), hash, signsAs: 'leader' as const };
    expect(await t.send('testing.sign-summary', body)).toMatchObject({
      problems: [{ code: 'testing.no-such-round' }],
    });
  });
});
