import { randomUUID } from 'node:crypto';
import { CompiledQuery, sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../access/access.ts';
import { NEW_HISTORY_SQL } from '../../command/server/chain.ts';
import { toyModule } from '../../command/testing/toy-module.ts';
import { TestWorld } from '../../command/testing/world.ts';
import type { SyncSource } from '../module.ts';
import { PROTOCOL, type PulledRow } from '../protocol.ts';
import { answerPull } from './pull.ts';
import { buryRows, forgetTombstones, goneSince } from './tombstones.ts';

const TERM = 'toy.all';

/** Counters travel to whoever counts. */
const source: SyncSource = {
  name: TERM,
  terms: async (_tx, actor, at) =>
    actor.grants.some((g) => g.grant === 'duty:toy' && g.from <= at) ? [TERM] : [],
  async delta(tx, _actor, term, since) {
    const { rows } = await sql<PulledRow>`
      select id, version, value from toy.counter where area_id = ${tx.areaId} and version > ${since}
      order by version`.execute(tx.db);
    return { 'toy.counter': { rows, gone: (await goneSince(tx, term, since)).get('toy.counter') ?? [] } };
  },
};

describe('what a phone gets when it pulls', () => {
  let world: TestWorld;
  let actor: Actor;
  beforeAll(async () => {
    world = await TestWorld.open([toyModule()]);
    actor = world.actor('duty:toy');
  });
  afterAll(() => world.close());

  const add = async (counterId: string, by = 1) =>
    (await world.send(actor, 'toy.add', { counterId, by }, { v: 2 })).version;
  const pull = (held: Record<string, number>, by = actor, areaId = world.areaId, pageRows?: number) =>
    world.read(
      (tx) =>
        answerPull(
          tx,
          [source],
          by,
          { protocol: PROTOCOL, deviceId: randomUUID(), held, pending: 0 },
          world.clock.now(),
          pageRows,
        ),
      areaId,
    );
  const rowsOf = (answer: Awaited<ReturnType<typeof pull>>) =>
    answer.terms[0]?.collections['toy.counter']?.rows ?? [];

  it('takes all rows the first time, as a snapshot', async () => {
    const id = randomUUID();
    const version = await add(id);
    const answer = await pull({});
    expect(answer.terms[0]).toMatchObject({ term: TERM, snapshot: true, version });
    expect(rowsOf(answer)).toContainEqual({ id, version, value: 1 });
  });

  it('then only what changed, once', async () => {
    const before = await add(randomUUID());
    const id = randomUUID();
    const version = await add(id, 2);
    const answer = await pull({ [TERM]: before });
    expect(answer.terms[0]?.snapshot).toBe(false);
    expect(rowsOf(answer)).toEqual([{ id, version, value: 2 }]);
  });

  it('nothing when nothing changed: the cursor just moves', async () => {
    const version = await add(randomUUID());
    expect(await pull({ [TERM]: version })).toMatchObject({ version, terms: [], drop: [] });
  });

  it('hears of a removed row, until its tombstone is forgotten; then it takes a snapshot', async () => {
    const id = randomUUID();
    const before = await add(id);
    const version = await add(randomUUID());
    await world.write((tx) => buryRows(tx, { term: TERM, collection: 'toy.counter' }, [id], version));
    expect((await pull({ [TERM]: before })).terms[0]?.collections['toy.counter']?.gone).toEqual([id]);
    await world.write((tx) => forgetTombstones(tx, version));
    expect((await pull({ [TERM]: before })).terms[0]).toMatchObject({ snapshot: true });
    expect((await pull({ [TERM]: version })).terms).toEqual([]);
  });

  it('comes in pages that a phone asks for one after the other', async () => {
    const before = await add(randomUUID());
    const versions: number[] = [];
    for (let i = 0; i < 5; i++) versions.push(await add(randomUUID()));
    const pages = [];
    let held = before;
    for (let more = true; more; ) {
      const answer = await pull({ [TERM]: held }, actor, world.areaId, 2);
      const [part] = answer.terms;
      pages.push(rowsOf(answer).map((row) => row.version));
      more = part?.more ?? false;
      held = part?.version ?? held;
    }
    expect(pages).toEqual([versions.slice(0, 2), versions.slice(2, 4), versions.slice(4)]);
    expect((await pull({ [TERM]: held })).terms).toEqual([]);
  });

  it('gives a stranger nothing, and tells him to drop what he held', async () => {
    const answer = await pull({ [TERM]: 1 }, world.actor('role:volunteer'));
    expect(answer).toMatchObject({ terms: [], drop: [TERM] });
  });

  it('gives nothing of another area, even where the query forgets to say which', async () => {
    const elsewhere = await world.database.newArea('Elsewhere');
    expect(rowsOf(await pull({}, actor, elsewhere))).toEqual([]);
  });

  it('does not believe a cursor from the future', async () => {
    expect((await pull({ [TERM]: 10 ** 9 })).terms[0]).toMatchObject({ snapshot: true });
  });

  it('takes a snapshot after a restore, also where the area has come past its cursor again', async () => {
    const backedUp = await add(randomUUID());
    await world.database.owner.executeQuery(CompiledQuery.raw(NEW_HISTORY_SQL));
    const after = await add(randomUUID());
    for (const held of [backedUp, backedUp + 3]) {
      expect((await pull({ [TERM]: held })).terms[0]).toMatchObject({ snapshot: true, version: after });
    }
    expect((await pull({ [TERM]: after })).terms).toEqual([]);
  });
});
