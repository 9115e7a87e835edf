import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from '#kernel/command/command.ts';
import type { TableSpec } from '#kernel/db/columns.ts';
import { selectRows } from '#kernel/db/select.ts';
import type { PulledRow } from '#kernel/sync/protocol.ts';
import type { Board } from '../contract/queries.ts';
import { COLLECTIONS, roundTerm } from '../contract/sync.ts';
import { type PhoneState, projection } from '../phone/projection.ts';
import { toSample } from '../server/sample-codes.ts';
import { carerTable, correctionTable, spoilageTable } from '../server/sampling/tables.ts';
import { testingSync } from '../server/sync.ts';
import {
  boxTable,
  checkInTable,
  expectedTable,
  packingTable,
  resultTable,
  sampleTable,
  tubeTable,
} from '../server/tables.ts';
import { MINUTE, MORNING } from './area.ts';
import { testingDoors } from './mounted.ts';
import { booksOf } from './scripts.ts';
import { type Deed, Story } from './story.ts';
import { aWholeDay, type Told, tellDay } from './whole-day.ts';
import { TestingWorld } from './world.ts';

const AWAY = 3;
const PEOPLE = 40;
const EVENING = MORNING + 600 * MINUTE;
const source = testingSync(testingDoors);

let t: TestingWorld;
let days = 0;

beforeAll(async () => {
  t = await TestingWorld.open({ people: PEOPLE, away: AWAY, poolRatio: 5 });
  t.world.clock.advance(EVENING - t.world.clock.now());
});
afterAll(() => t.close());

/** The same round at the server and in memory, open since the morning. */
async function openBoth(): Promise<Story> {
  t.renewRound();
  const people = t.people.map((residentId, i) => ({
    residentId,
    buildingId: t.buildings[i % 2] ?? '',
    away: i < AWAY,
  }));
  const story = Story.opened({ seed: ++days, ground: { round: t.round, people } });
  const opening = { claimedAt: MORNING, clockOffset: 0 };
  await t.send('testing.create-round', t.round, t.leader, { ...opening, claimedAt: MORNING - 60 * MINUTE });
  await t.send('testing.open-round', { roundId: t.roundId }, t.leader, opening);
  return story;
}

const actors = () => [t.sampler, t.other, t.leader];
const handsOf = () => ({ samplers: [t.sampler.id, t.other.id] as const, leader: t.leader.id });

/** The server has names of its own for what it flagged. */
async function asTheServerNamesIt(story: Story, { kind, body }: Deed): Promise<unknown> {
  if (kind !== 'testing.settle' || !('discrepancyId' in body)) return body;
  const flag = story.raised.find(({ id }) => id === body.discrepancyId)?.flag;
  const id = await t.world.read(async (tx) => {
    const { rows } = await sql<{ id: string }>`
      select id from kernel.discrepancy
      where area_id = ${tx.areaId} and code = ${flag?.problem.code ?? ''} and settled_at is null
        and subjects = ${JSON.stringify(flag?.subjects)}::jsonb
      order by raised_at, id limit 1`.execute(tx.db);
    return rows[0]?.id;
  });
  return { ...body, discrepancyId: id ?? body.discrepancyId };
}

/** Sends what was told, cut into batches of one author each. @param cuts sizes of batches, in turn */
async function send(story: Story, told: readonly Told[], cuts: readonly number[]): Promise<Answer[]> {
  const answers: Answer[] = [];
  let at = 0;
  for (let n = 0; at < told.length; n++) {
    const { by } = told[at]?.deed ?? {};
    const actor = actors().find(({ id }) => id === by) ?? t.leader;
    const batch: unknown[] = [];
    for (let size = cuts[n % cuts.length] ?? 1; size > 0; size--) {
      const deed = told[at]?.deed;
      // A settlement waits for what it settles.
      if (!deed || deed.by !== by || (deed.kind === 'testing.settle' && batch.length > 0)) break;
      const body = await asTheServerNamesIt(story, deed);
      batch.push(t.world.envelope(actor, deed.kind, body, { claimedAt: deed.at ?? MORNING }));
      at += 1;
    }
    answers.push(...(await t.world.push(actor, batch, { clockOffset: 0 })));
  }
  return answers;
}

/** By id; versions count every command of the area. */
const comparable = (rows: Iterable<{ readonly id: string }>, but: readonly string[] = []): unknown[] =>
  [...rows]
    .map((row) => ({ ...row, ...Object.fromEntries([...but, 'version'].map((name) => [name, null])) }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));

const rowsOf = <Row extends { readonly id: string }>(spec: TableSpec<Row>): Promise<unknown[]> =>
  t.world.read(async (tx) => comparable(await selectRows(tx, spec, sql`round_id = ${t.roundId}`)));

async function expectSameRows({ state }: Story): Promise<void> {
  const samples = await t.world.read(async (tx) =>
    (await selectRows(tx, sampleTable, sql`round_id = ${t.roundId}`)).map((row) => toSample(tx, row)),
  );
  expect(comparable(samples)).toEqual(comparable(state.samples.all()));
  expect(await rowsOf(tubeTable)).toEqual(comparable(state.tubes.all()));
  expect(await rowsOf(checkInTable)).toEqual(comparable(state.checkIns.all()));
  expect(await rowsOf(packingTable)).toEqual(comparable(state.packings.all()));
  expect(await rowsOf(boxTable)).toEqual(comparable(state.boxes.all()));
  expect(await rowsOf(expectedTable)).toEqual(comparable(state.expected.all()));
  expect(await rowsOf(resultTable)).toEqual(comparable(state.results.all()));
  expect(await rowsOf(spoilageTable)).toEqual(comparable(state.spoilages.all()));
  expect(await rowsOf(correctionTable)).toEqual(comparable(state.corrections.all()));
  expect(await rowsOf(carerTable)).toEqual(comparable(state.carers.all()));
}

const byKind = (a: { readonly kind: string }, b: { readonly kind: string }) => (a.kind < b.kind ? -1 : 1);

function expectSameBoard(board: Board, story: Story): void {
  const books = booksOf(story);
  expect(board).toMatchObject({
    total: books.total,
    people: books.people,
    repeats: books.repeatedSampleIds.length,
    unknownPackings: books.unknownPackingIds.length,
  });
  const lanes = new Map(board.sites.flatMap((site) => site.lanes).map((lane) => [lane.laneId, lane]));
  for (const { laneId, figures, differences } of books.lanes) {
    const lane = lanes.get(laneId);
    expect(lane?.figures).toEqual(figures);
    const ruled = differences.map(({ kind, people, ids }) => ({ kind, people, rows: ids.length }));
    expect([...(lane?.differences ?? [])].sort(byKind)).toEqual(ruled.sort(byKind));
  }
}

/** What a phone pulls lies in its projection as it lay at the server, but for what is not for phones. */
async function expectSamePhone({ state }: Story): Promise<void> {
  const pulled = await t.world.read((tx) => source.delta(tx, t.sampler, roundTerm(t.roundId), 0));
  const phone: PhoneState = projection.build();
  for (const [name, { rows }] of Object.entries(pulled))
    projection.load(phone, name, JSON.parse(JSON.stringify(rows)) as PulledRow[]);
  const { testing } = phone;
  const notForPhones = ['codeText', 'checkInId'];
  expect(comparable(testing.samples.all(), notForPhones)).toEqual(
    comparable(state.samples.all(), notForPhones),
  );
  expect(comparable(testing.tubes.all())).toEqual(comparable(state.tubes.all()));
  expect(comparable(testing.packings.all())).toEqual(comparable(state.packings.all()));
  expect(comparable(testing.boxes.all())).toEqual(comparable(state.boxes.all()));
  expect(comparable(testing.expected.all())).toEqual(comparable(state.expected.all()));
  expect(pulled[COLLECTIONS.checkIn]).toBeUndefined();
}

describe('a day with every command of the tube machine', () => {
  it('is the same at the server as by the rules alone, on its board and on a phone, however batches are cut', async () => {
    const cuts = fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(aWholeDay, cuts, async (day, sizes) => {
        const story = await openBoth();
        const told = tellDay(story, day, handsOf());
        const answers = await send(story, told, sizes);
        const refusals = answers.map((answer) =>
          answer.first === 'refused' ? answer.problems[0]?.code.replace(/^testing\./, '') : null,
        );
        expect(refusals).toEqual(told.map(({ said }) => said.refused));
        await expectSameRows(story);
        expectSameBoard(await t.ask((c) => c.board({ roundId: t.roundId })), story);
        await expectSamePhone(story);
      }),
      { numRuns: 15 },
    );
  }, 240_000);
});
