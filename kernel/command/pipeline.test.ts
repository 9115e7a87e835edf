import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LOG_CONTEXT } from './server/run-batch.ts';
import { toyModule } from './testing/toy-module.ts';
import { TestWorld } from './testing/world.ts';

describe('the one way to write', () => {
  let world: TestWorld;
  beforeAll(async () => {
    world = await TestWorld.open([toyModule()]);
  });
  afterAll(() => world.close());

  const value = async (counterId: string) =>
    (
      await world.read((tx) =>
        sql<{ value: number }>`select value from toy.counter where id = ${counterId}`.execute(tx.db),
      )
    ).rows[0]?.value;
  const logged = async (commandId: string) =>
    (
      await world.read((tx) =>
        sql<{ outcome: string; sealed: Buffer; kind: string }>`
          select outcome, sealed, kind from kernel.command_log where command_id = ${commandId} order by version`.execute(
          tx.db,
        ),
      )
    ).rows;
  const counting = () => world.actor('duty:toy');

  it('does it, and says the version that holds it', async () => {
    const counterId = randomUUID();
    const answer = await world.send(counting(), 'toy.add', { counterId, by: 3 }, { v: 2 });
    expect(answer).toMatchObject({ outcome: 'done', problems: [] });
    expect(answer.version).toBeGreaterThan(0);
    expect(await value(counterId)).toBe(3);
  });

  it('answers already when it is sent again, and does nothing twice', async () => {
    const actor = counting();
    const counterId = randomUUID();
    const envelope = world.envelope(actor, 'toy.add', { counterId, by: 3 }, { v: 2 });
    const [first] = await world.push(actor, [envelope]);
    const again = await world.push(actor, [envelope, envelope]);
    expect(again).toEqual([
      { ...first, outcome: 'already' },
      { ...first, outcome: 'already' },
    ]);
    expect(await value(counterId)).toBe(3);
    expect(await logged(envelope.id)).toHaveLength(1);
  });

  it('recognises the same command twice within one batch', async () => {
    const actor = counting();
    const counterId = randomUUID();
    const envelope = world.envelope(actor, 'toy.add', { counterId, by: 1 }, { v: 2 });
    const answers = await world.push(actor, [envelope, envelope]);
    expect(answers.map((a) => a.outcome)).toEqual(['done', 'already']);
    expect(await value(counterId)).toBe(1);
  });

  it('refuses the same id with another body, keeps both, and repeats both answers', async () => {
    const actor = counting();
    const counterId = randomUUID();
    const first = world.envelope(actor, 'toy.add', { counterId, by: 1 }, { v: 2 });
    const second = { ...first, body: { counterId, by: 2 } };
    const answers = await world.push(actor, [first, second]);
    expect(answers.map((a) => a.outcome)).toEqual(['done', 'refused']);
    expect(answers[1]?.problems[0]?.code).toBe('command.same-id-other-body');
    const again = await world.push(actor, [second, first]);
    expect(again.map((a) => [a.outcome, a.first])).toEqual([
      ['already', 'refused'],
      ['already', 'done'],
    ]);
    expect((await logged(first.id)).map((r) => r.outcome)).toEqual(['done', 'refused']);
    expect(await value(counterId)).toBe(1);
  });

  it('lets the next command of a batch see what the one before did', async () => {
    const actor = counting();
    const counterId = randomUUID();
    const batch = [6, 6].map((by) => world.envelope(actor, 'toy.add', { counterId, by }, { v: 2 }));
    const answers = await world.push(actor, batch);
    expect(answers.map((a) => a.outcome)).toEqual(['done', 'flagged']);
    expect(answers[1]?.problems).toEqual([{ code: 'toy.over-ten', number: 9001, details: { sum: 12 } }]);
    expect(await value(counterId)).toBe(12);
  });

  it('keeps a flag as a discrepancy, once however often it is sent', async () => {
    const actor = counting();
    const counterId = randomUUID();
    const envelope = world.envelope(actor, 'toy.add', { counterId, by: 11 }, { v: 2 });
    await world.push(actor, [envelope]);
    await world.push(actor, [envelope]);
    const { rows } = await world.read((tx) =>
      sql<{ code: string; subjects: unknown }>`
        select code, subjects from kernel.discrepancy where command_id = ${envelope.id}`.execute(tx.db),
    );
    expect(rows).toEqual([{ code: 'toy.over-ten', subjects: { counterId } }]);
  });

  it('refuses a wish the state does not allow, and changes nothing', async () => {
    const boss = world.actor('role:boss');
    const answer = await world.send(boss, 'toy.reset', { counterId: randomUUID() });
    expect(answer).toMatchObject({ outcome: 'refused', problems: [{ code: 'toy.empty' }] });
    expect(await logged(answer.id)).toMatchObject([{ outcome: 'refused' }]);
  });

  it('lifts an old body to the shape of today', async () => {
    const counterId = randomUUID();
    await world.send(counting(), 'toy.add', { counterId }, { v: 1 });
    expect(await value(counterId)).toBe(1);
  });

  it('judges authority at the time of the deed, not of the arrival', async () => {
    const shift = {
      grant: 'duty:toy',
      from: world.clock.now() - 7_200_000,
      until: world.clock.now() - 3_600_000,
    };
    const actor = world.actor(shift);
    const counterId = randomUUID();
    const during = await world.send(
      actor,
      'toy.add',
      { counterId, by: 1 },
      { v: 2, claimedAt: shift.from + 1000 },
    );
    const after = await world.send(actor, 'toy.add', { counterId, by: 1 }, { v: 2, claimedAt: shift.until });
    expect([during.outcome, after.outcome]).toEqual(['done', 'refused']);
    expect(after.problems[0]?.code).toBe('command.not-allowed');
    expect(await value(counterId)).toBe(1);
  });

  it.each([
    ['an unknown kind', 'toy.dance', {}, 1, 'command.unknown-kind'],
    ['a newer body', 'toy.add', { counterId: randomUUID(), by: 1 }, 3, 'command.too-new'],
    ['a body that does not fit', 'toy.add', { counterId: 'x', by: 1 }, 2, 'command.bad-body'],
  ])('refuses %s in plain words and keeps it', async (_what, kind, body, v, code) => {
    const answer = await world.send(counting(), kind, body, { v });
    expect(answer).toMatchObject({ outcome: 'refused', problems: [{ code }] });
    const [row] = await logged(answer.id);
    const kept = JSON.parse(world.keys.open(row?.sealed ?? Buffer.alloc(0), LOG_CONTEXT)) as {
      envelope: unknown;
    };
    expect(kept.envelope).toMatchObject({ kind, body });
  });

  it('answers what is no command at all, and keeps that too', async () => {
    const actor = counting();
    for (const nonsense of [
      null,
      7,
      'x',
      [],
      {},
      { id: 'no', kind: 'toy.add', v: 1, claimedAt: 0, actorId: 'x' },
    ]) {
      const [answer] = await world.push(actor, [nonsense]);
      expect(answer).toMatchObject({ problems: [{ code: 'command.malformed' }] });
      expect(await logged(answer?.id ?? '')).toMatchObject([{ outcome: 'refused', kind: 'unknown' }]);
    }
  });

  it.each([
    ['an author with a NUL', { actorId: 'a\0' }],
    ['a kind with a NUL', { kind: 'toy.\0' }],
    ['a time before our era', { claimedAt: -8.6e15 }],
    ['a time after the year 9999', { claimedAt: 8.6e15 }],
    [
      'a body nested deeper than any stack',
      { body: JSON.parse(`${'['.repeat(20_000)}${']'.repeat(20_000)}`) },
    ],
  ])('takes %s for no command, and goes on with what came beside it', async (_what, wrong) => {
    const actor = counting();
    const counterId = randomUUID();
    const sound = () => world.envelope(actor, 'toy.add', { counterId, by: 1 }, { v: 2 });
    const answers = await world.push(actor, [sound(), { ...sound(), ...wrong }, sound()]);
    expect(answers.map((answer) => answer.problems[0]?.code)).toEqual([
      undefined,
      'command.malformed',
      undefined,
    ]);
    expect(await value(counterId)).toBe(2);
  });

  it('refuses a body with a NUL in it, and keeps one that only speaks of it', async () => {
    const actor = counting();
    const add = (more: object) =>
      world.send(actor, 'toy.add', { counterId: randomUUID(), by: 1, ...more }, { v: 2 });
    expect(await add({ note: 'a\0b' })).toMatchObject({ problems: [{ code: 'command.bad-body' }] });
    expect(await add({ note: 'a\\u0000b' })).toMatchObject({ outcome: 'done' });
  });

  it('judges by the first day of our era what a clock offset puts before it: nobody was allowed anything then', async () => {
    const actor = counting();
    const body = { counterId: randomUUID(), by: 1 };
    const answer = await world.send(actor, 'toy.add', body, { v: 2, clockOffset: -8.64e15 });
    expect(answer).toMatchObject({ outcome: 'refused', problems: [{ code: 'command.not-allowed' }] });
    expect(await logged(answer.id)).toHaveLength(1);
  });

  it('refuses a command that names another author', async () => {
    const actor = counting();
    const envelope = world.envelope(counting(), 'toy.add', { counterId: randomUUID(), by: 1 }, { v: 2 });
    const [answer] = await world.push(actor, [envelope]);
    expect(answer?.problems[0]?.code).toBe('command.not-the-author');
  });

  it.each([
    ['a day ahead', 86_400_000, null, 'command.from-the-future'],
    ['a month old', -30 * 86_400_000, null, 'command.long-ago'],
    ['two minutes ahead by a clock known to be fast', 120_000, -120_000, undefined],
  ])(
    'applies a fact claimed %s, flagged where it is beyond doubt',
    async (_what, shift, clockOffset, code) => {
      const counterId = randomUUID();
      const claimedAt = world.clock.now() + shift;
      const answer = await world.send(
        counting(),
        'toy.add',
        { counterId, by: 1 },
        { v: 2, claimedAt, clockOffset },
      );
      expect(answer.outcome).toBe(code ? 'flagged' : 'done');
      expect(answer.problems[0]?.code).toBe(code);
      expect(await value(counterId)).toBe(1);
    },
  );

  it('lets only the culprit of a batch fail, and keeps it', async () => {
    const actor = counting();
    const [a, b] = [randomUUID(), randomUUID()];
    const answers = await world.push(actor, [
      world.envelope(actor, 'toy.add', { counterId: a, by: 1 }, { v: 2 }),
      world.envelope(actor, 'toy.explode', { counterId: a }),
      world.envelope(actor, 'toy.add', { counterId: b, by: 2 }, { v: 2 }),
    ]);
    expect(answers.map((x) => x.outcome)).toEqual(['done', 'refused', 'done']);
    expect(answers[1]?.problems[0]?.code).toBe('command.failed');
    expect([await value(a), await value(b)]).toEqual([1, 2]);
    expect(world.threw.length).toBeGreaterThan(0);
  });
});
