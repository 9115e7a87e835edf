import { createRouterClient } from '@orpc/server';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addMember, type TestHouse, testHouse } from '#core/accounts/testing/index.ts';
import type { QueryContext } from '#kernel/query/context.ts';
import { uuidv7 } from '#kernel/time-id/uuid.ts';
import type { PositiveCase } from '../contract/positives.ts';
import { statusAt } from '../contract.ts';
import { zonesModule } from '../module.ts';
import { DAY } from '../testing/rows.ts';
import { zonesRouter } from './queries.ts';
import { statusesInForce } from './store.ts';

/** What some module knows of positives. */
let cases: PositiveCase[] = [];
const both = (text: string) => ({ 'zh-CN': text, en: text });
const parts = {
  consequences: [],
  positives: [{ positives: async () => ({ cases, unplaced: 0 }) }],
  conditions: [
    {
      name: both('检测'),
      unmet: async (_tx: unknown, places: { readonly buildingIds: readonly string[] }) =>
        places.buildingIds.map(() => ({ said: both('还差一轮'), to: null })),
    },
  ],
};

let house: TestHouse;
let area: string;
let secretary: string;
let compound: string;
let building: string;
beforeAll(async () => {
  house = await testHouse([zonesModule(parts)]);
});
afterAll(() => house.close());
beforeEach(async () => {
  cases = [];
  area = await house.newArea();
  secretary = await addMember(house, area, { role: 'secretary', name: '李书记' });
  house.clock.advance(1000);
  compound = uuidv7(house.clock.now());
  building = uuidv7(house.clock.now());
  await sql`insert into places.compound (area_id, id, version, name, sort)
    values (${area}, ${compound}, 0, '清源一村', 'a')`.execute(house.database.owner);
  await sql`insert into places.building (area_id, id, version, compound_id, label, sort)
    values (${area}, ${building}, 0, ${compound}, '3号', 'a')`.execute(house.database.owner);
});

const now = () => house.clock.now();
const send = (kind: string, body: object, actor = secretary) => house.send(area, actor, kind, body);
const codes = (answer: { problems: readonly { code: string }[] }) => answer.problems.map((p) => p.code);
const asked = async <T>(question: (client: ReturnType<typeof clientOf>) => Promise<T>): Promise<T> => {
  const actor = (await house.loadActors(area, [secretary])).get(secretary) ?? { id: secretary, grants: [] };
  const context = { actor, now: now(), rules: house.registry.rules };
  return house.read(area, (tx) => question(clientOf({ tx, ...context })));
};
const clientOf = (context: QueryContext) => createRouterClient(zonesRouter(parts), { context });
const today = () => asked((client) => client.today());
const answers = async () => (await asked((client) => client.answers())).answers;
const holds = async () => {
  const rows = await house.read(area, (tx) => statusesInForce(tx, now()));
  return statusAt(rows, [building, compound], now()).status;
};
const found = (id = uuidv7(now())): PositiveCase => ({
  id,
  compoundId: compound,
  buildingId: building,
  entranceId: null,
  knownAt: now(),
  corrected: false,
});
const declare = (status: string, change: object = {}) => ({
  statusId: uuidv7(now()),
  status,
  from: now(),
  until: null,
  source: '疾控电话',
  ...change,
});
const accept = async (status: string | null) => {
  const [proposal] = (await today()).proposals;
  const body = {
    proposalId: proposal?.id ?? '',
    reason: '按规定',
    declare: status === null ? null : declare(status),
  };
  return { body, answer: await send('zones.accept-proposal', body) };
};

describe('from a positive to normal again', () => {
  it('each step is proposed, decided by a person and kept with what came of it', async () => {
    cases = [found()];
    expect((await today()).proposals).toMatchObject([
      { kind: 'positive', status: 'lockdown', now: 'normal', positives: 1, unmet: [] },
    ]);
    expect(await holds()).toBe('normal');
    expect((await accept('lockdown')).answer.outcome).toBe('done');
    expect(await holds()).toBe('lockdown');
    const { proposals, steps } = await today();
    expect(proposals).toEqual([]);
    expect(steps).toMatchObject([{ to: 'control', due: now() + 7 * DAY }]);
    for (const [days, status] of [
      [7, 'control'],
      [3, 'precaution'],
    ] as const) {
      house.clock.advance(days * DAY);
      expect((await today()).proposals).toMatchObject([
        { kind: 'step', status, positives: 0, unmet: [{ name: both('检测'), lines: [{ to: null }] }] },
      ]);
      await accept(status);
      expect(await holds()).toBe(status);
    }
    house.clock.advance(3 * DAY);
    expect((await today()).proposals).toMatchObject([{ kind: 'step', status: null }]);
    expect((await accept(null)).answer.outcome).toBe('done');
    expect(await holds()).toBe('normal');
    expect(await today()).toMatchObject({ proposals: [], steps: [] });
    const { rows } = await sql<{ outcome: string }>`
      select outcome from zones.answer where area_id = ${area}`.execute(house.database.owner);
    expect(rows.map(({ outcome }) => outcome)).toEqual(['accepted', 'accepted', 'accepted', 'accepted']);
  });

  it('a new positive begins the days anew', async () => {
    cases = [found()];
    await accept('lockdown');
    house.clock.advance(5 * DAY);
    cases = [...cases, found()];
    expect((await today()).steps).toMatchObject([{ due: now() + 7 * DAY }]);
    await accept('lockdown');
    house.clock.advance(2 * DAY);
    expect((await today()).proposals).toEqual([]);
    house.clock.advance(5 * DAY);
    expect((await today()).proposals).toMatchObject([{ kind: 'step', status: 'control' }]);
  });
});

describe('taking a declaration back', () => {
  it('gives the place what it had, phones included, and brings the step up again', async () => {
    await send('zones.set-status', {
      ...declare('lockdown'),
      placeKind: 'building',
      placeId: building,
      reason: '密接',
    });
    house.clock.advance(7 * DAY);
    const { body } = await accept('control');
    expect(await holds()).toBe('control');
    house.clock.advance(1000);
    const back = { statusId: body.declare?.statusId, reason: '通知弄错了' };
    expect((await send('zones.withdraw-status', back)).outcome).toBe('done');
    expect(await holds()).toBe('lockdown');
    expect((await today()).proposals).toMatchObject([{ kind: 'step', status: 'control' }]);
    expect(codes(await send('zones.withdraw-status', back))).toEqual(['zones.status-withdrawn']);
    const end = { statusId: back.statusId, at: now(), reason: '解除' };
    expect(codes(await send('zones.end-status', end))).toEqual(['zones.status-withdrawn']);
    const unknown = { statusId: uuidv7(1), reason: '弄错' };
    expect(codes(await send('zones.withdraw-status', unknown))).toEqual(['zones.unknown-status']);
  });
});

describe('answering a proposal', () => {
  it('is refused when it is gone, when nothing is there to declare, and for a step that would be forgotten', async () => {
    cases = [found()];
    const [proposal] = (await today()).proposals;
    const proposalId = proposal?.id;
    const bare = { proposalId, reason: '按规定', declare: null };
    expect(codes(await send('zones.accept-proposal', bare))).toEqual(['zones.nothing-to-declare']);
    const { body } = await accept('lockdown');
    expect(codes(await send('zones.accept-proposal', { ...body, reason: '再来' }))).toEqual([
      'zones.proposal-gone',
    ]);
    house.clock.advance(7 * DAY);
    const [step] = (await today()).proposals;
    const aside = { proposalId: step?.id, reason: '等结果', againAt: null };
    expect(codes(await send('zones.set-aside-proposal', aside))).toEqual(['zones.again-needed']);
    const later = { ...aside, againAt: now() + DAY };
    expect((await send('zones.set-aside-proposal', later)).outcome).toBe('done');
    expect((await today()).proposals).toEqual([]);
    expect((await answers()).map((row) => [row.outcome, row.reason, row.answeredBy])).toEqual([
      ['set-aside', '等结果', '李书记'],
      ['accepted', '按规定', '李书记'],
    ]);
    house.clock.advance(DAY);
    expect((await today()).proposals).toHaveLength(1);
  });

  it('is refused to whoever is not of the command post, for all three commands', async () => {
    cases = [found()];
    const [proposal] = (await today()).proposals;
    const leader = await addMember(house, area, { role: 'leader', group: 'order' });
    house.clock.advance(1);
    const proposalId = proposal?.id;
    const commands: readonly [string, object][] = [
      ['zones.accept-proposal', { proposalId, reason: '封', declare: declare('lockdown') }],
      ['zones.set-aside-proposal', { proposalId, reason: '不封', againAt: null }],
      ['zones.withdraw-status', { statusId: uuidv7(1), reason: '不作数' }],
    ];
    for (const [kind, body] of commands) {
      expect(codes(await send(kind, body, leader))).toEqual(['command.not-allowed']);
    }
    expect((await today()).proposals).toHaveLength(1);
  });

  it('leaves a positive alone for good when it is set aside, until the next one', async () => {
    cases = [found()];
    const [proposal] = (await today()).proposals;
    const aside = { proposalId: proposal?.id, reason: '人早已不住这里', againAt: null };
    expect((await send('zones.set-aside-proposal', aside)).outcome).toBe('done');
    expect((await today()).proposals).toEqual([]);
    cases = [...cases, found()];
    expect((await today()).proposals).toMatchObject([{ positives: 1 }]);
  });
});
