import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSheet } from '#kernel/sheet/read.ts';
import { fullRecordsPath } from '../../contract/contact-queries.ts';
import { testingDoors } from '../../testing/mounted.ts';
import { problemIn, ServedTesting } from '../../testing/served.ts';
import { TestingWorld } from '../../testing/world.ts';
import { testingSubject } from '../subject-source.ts';
import { testingLooks } from './source.ts';

let t: TestingWorld;
let served: ServedTesting;
const CODE = '31092022041800001';

beforeAll(async () => {
  t = await TestingWorld.open({ people: 4 });
  served = new ServedTesting(t);
  await t.openRound();
  const tubeId = t.newId();
  for (const one of [0, 1, null]) await t.send('testing.sample', t.scan(one, CODE, tubeId), t.sampler);
  const set = { name: '=1+1', idNumber: '310199198809074298', phone: '19900000088' };
  const changed = await t.desk('people.change-resident', { residentId: t.person(0), set });
  if (changed.outcome !== 'done') throw new Error(JSON.stringify(changed.problems));
});
afterAll(async () => {
  await served.close();
  await t.close();
});

const look = async (reason = '送检机构要求', actor = t.leader) => {
  t.world.clock.advance(1000);
  const id = t.newId();
  const answer = await t.send('testing.look-records', { roundId: t.roundId, reason }, actor, { id });
  return { id, outcome: answer.outcome, code: answer.problems[0]?.code };
};
const sheet = (lookId: string, actor = t.leader, factor = true) =>
  served.get(fullRecordsPath(t.world.areaId, lookId), actor, factor);
const read = (bytes: Uint8Array) =>
  readSheet(bytes).sheets.map(({ rows }) => rows.map(({ cells }) => cells.map((cell) => cell?.text ?? '')));

describe('the round’s records in full', () => {
  it('have the minimum record of the norm: name, number, address, contact; unit, tube, time, site, type, quantity', async () => {
    const { id } = await look();
    const answer = await sheet(id);
    expect([answer.status, answer.headers['cache-control']]).toEqual([200, 'no-store']);
    const [samples] = read(answer.body);
    expect(samples?.[0]).toEqual(
      '姓名 证件号码 住址 联系电话 轮次 采样单位 试管码 管内次序 管内人数 采样时间 采样点 采样台 采样方式 数量 采样登记人 转运箱 记录编号'.split(
        ' ',
      ),
    );
    expect(samples).toHaveLength(4);
    const line = samples?.find((cells) => cells.includes('310199198809074298')) ?? [];
    expect(line.slice(2, 4)).toEqual(['清源小区 3号 101', '19900000088']);
    expect(line.slice(6, 9)).toEqual([CODE, '1', '3']);
  });

  it('keep numbers to the last digit as texts, and run nothing', async () => {
    const { id } = await look();
    const [samples] = readSheet((await sheet(id)).body).sheets;
    const cells = samples?.rows.flatMap((row) => row.cells) ?? [];
    const formula = cells.find((cell) => cell?.text === '=1+1');
    expect(formula).toMatchObject({ text: '=1+1' });
    expect(JSON.stringify(formula)).not.toContain('formula');
    expect(cells.some((cell) => cell?.text === CODE)).toBe(true);
  });

  it('say whose they are, who took them out, when and why', async () => {
    const { id } = await look('市疾控流调');
    const about =
      read((await sheet(id)).body)[1]
        ?.map((cells) => cells.join(' '))
        .join('\n') ?? '';
    expect(about).toContain('市疾控流调');
    expect(about).toContain(`成员${t.leader.id.slice(0, 4)}`);
    expect(about).toContain(t.round.name);
  });

  it('ask for a reason first, and for a round that is there', async () => {
    await expect(look('')).resolves.toMatchObject({ outcome: 'refused', code: 'command.bad-body' });
    const gone = { roundId: t.newId(), reason: '送检' };
    expect(await t.send('testing.look-records', gone)).toMatchObject({
      outcome: 'refused',
      problems: [{ code: 'testing.no-such-round' }],
    });
  });

  it('ask for the second factor, open to nobody else and for half an hour', async () => {
    const { id } = await look();
    expect((await sheet(id, t.leader, false)).status).toBe(403);
    expect(problemIn(await sheet(id, t.world.actor('role:command')))).toBe('testing.look-unknown');
    t.world.clock.advance(31 * 60_000);
    expect(problemIn(await sheet(id))).toBe('testing.look-expired');
  });

  it('are refused to a deputy and to a volunteer on duty', async () => {
    for (const actor of [t.world.actor('role:deputy:testing'), t.sampler]) {
      const { id, outcome } = await look('想看看', actor);
      expect(outcome).toBe('refused');
      expect(problemIn(await sheet(id, actor))).toBe('query.not-allowed');
    }
  });
});

describe('who took what out', () => {
  it('stands in the looked-at list with the reason and for how many, latest first', async () => {
    const body = { roundId: t.roundId, tubeCode: CODE, residentIds: [t.person(0)], reason: '交疾控' };
    await t.send('testing.print-contacts', body);
    const asked = { before: null, limit: 50 };
    const looks = await t.world.read((tx) => testingLooks.looks(tx, asked, 'zh-CN'));
    expect(looks[0]).toMatchObject({
      people: 1,
      what: '打印（打码）',
      reason: '交疾控',
      actorId: t.leader.id,
    });
    expect(looks[0]?.whom).toContain(CODE);
    expect(looks.at(-1)).toMatchObject({
      people: 2,
      what: '导出全名、证件号码、电话',
      reason: '送检机构要求',
    });
    const none = { ...asked, actorId: t.sampler.id };
    expect(await t.world.read((tx) => testingLooks.looks(tx, none, 'en'))).toEqual([]);
    const before = { before: looks.at(-1)?.at ?? 0, limit: 50 };
    expect(await t.world.read((tx) => testingLooks.looks(tx, before, 'en'))).toEqual([]);
  });

  it('is told to the person it was about, and not to somebody else', async () => {
    const told = async (residentId: string) => {
      const source = testingSubject(testingDoors.members);
      const sections = await t.world.read((tx) => source.read(tx, [residentId], 'zh-CN'));
      return sections.find(({ title }) => title.includes('给出或打印'))?.rows ?? [];
    };
    const rows = await told(t.person(0));
    expect(rows.some((cells) => cells.includes('交疾控'))).toBe(true);
    expect(rows.some((cells) => cells.includes('送检机构要求'))).toBe(true);
    expect((await told(t.person(1))).some((cells) => cells.includes('交疾控'))).toBe(false);
    expect(await told(t.person(3))).toEqual([]);
  });
});
