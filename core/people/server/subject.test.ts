import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSheet } from '#kernel/sheet/read.ts';
import type { SubjectSource } from '../contract/subject.ts';
import { openPeopleWorld } from '../testing/people-world.ts';
import { subjectSheet } from './subject-copy.ts';

/** What a resident may ask: a copy of everything held, and that it be corrected. */
const asked: (readonly string[])[] = [];
const gate: SubjectSource = {
  async read(_tx, residentIds) {
    asked.push(residentIds);
    return [{ title: '出入记录', purpose: '用途：示例', columns: ['时间'], rows: [['早上']] }];
  },
};

const NUMBER = '310199198809074298';

type World = Awaited<ReturnType<typeof openPeopleWorld>>;
let w: World;
let here: string;
let there: string;

beforeAll(async () => {
  w = await openPeopleWorld([gate]);
  const building = await w.area.building(await w.area.compound());
  here = await w.area.dwelling(building, '101');
  there = await w.area.dwelling(building, '202');
});
afterAll(() => w.world.close());

const send = (kind: string, body: unknown, actor = w.secretary) => w.world.send(actor, kind, body);
const resident = (id: string) => w.ask(w.secretary, (people) => people.resident({ residentId: id }));
const refused = (code: string) => ({ outcome: 'refused', problems: [{ code: `people.${code}` }] });
const DONE = { outcome: 'done' };
const copyOf = (residentId: string) =>
  send('people.copy-for-subject', { residentId, askedBy: 'self', reason: '本人来要' });
const read = (requestId: string, actor = w.secretary) =>
  w.ask(actor, (people) => people.subjectCopy({ requestId, language: 'zh-CN' }));
const section = (copy: Awaited<ReturnType<typeof read>>, title: string) =>
  copy.sections.find((one) => one.title === title);

describe('a copy for the person', () => {
  it('tells everything in plain words, numbers in full, also what stood under merged entries', async () => {
    const residentId = await w.area.resident(here, { name: '王红', idNumber: NUMBER, phone: '19900000091' });
    const double = await w.area.resident(here, { name: '汪红', phone: '19900000092' });
    await send('people.move-resident', { residentId, householdId: w.ids.next(), dwellingId: there });
    await send('people.merge-residents', {
      keptId: residentId,
      mergedId: double,
      take: [],
      reason: '字写错',
    });
    await send('people.look', { residentId, fields: ['phone'], reason: '通知下楼' });

    const { id } = await copyOf(residentId);
    const copy = await read(id);
    expect(copy).toMatchObject({ name: '王红', room: '清源小区 3号 202' });
    expect(section(copy, '登记资料')?.rows).toContainEqual(['证件号码', NUMBER, '']);
    expect(section(copy, '登记资料')?.rows).toContainEqual(['电话', '19900000091', '']);
    expect(section(copy, '并入的登记')?.rows).toMatchObject([
      ['汪红', '清源小区 3号 101', '', '19900000092', expect.any(String), '字写错'],
    ]);
    expect(section(copy, '住址变动')?.rows).toMatchObject([
      [expect.any(String), '清源小区 3号 101', expect.stringContaining('成员')],
    ]);
    expect(section(copy, '看过您全号的人')?.rows.map((row) => row[3])).toEqual(
      expect.arrayContaining(['通知下楼', '本人来要']),
    );
    expect(section(copy, '您提过的请求')?.rows).toMatchObject([
      [expect.any(String), '要一份副本', '本人来要', '', ''],
    ]);
    // Every module that keeps something is asked, under all ids of the person.
    expect(section(copy, '出入记录')?.rows).toEqual([['早上']]);
    expect(asked.at(-1)).toEqual([residentId, double]);
    await send('people.end-resident', { residentId, reason: 'moved-out' });
  });

  it('is a look, listed with its reason', async () => {
    const residentId = await w.area.resident(here, { phone: '19900000093' });
    const { id } = await copyOf(residentId);
    const { looks } = await w.ask(w.secretary, (people) => people.looks({ before: null, limit: 5 }));
    expect(looks[0]).toMatchObject({ id, residentId, fields: ['phone'], reason: '本人来要' });
  });

  it('opens to its author, half an hour long, and to nobody else', async () => {
    const { id } = await copyOf(await w.area.resident(here));
    const deputy = w.world.actor('role:secretary');
    await expect(read(id, deputy)).rejects.toMatchObject({ problem: { code: 'people.request-unknown' } });
    const volunteer = w.world.actor('duty:testing');
    await expect(read(id, volunteer)).rejects.toMatchObject({ problem: { code: 'query.not-allowed' } });
    w.world.clock.advance(31 * 60_000);
    await expect(read(id)).rejects.toMatchObject({ problem: { code: 'people.copy-expired' } });
  });

  it('is not made of nobody', async () => {
    expect(await copyOf(w.ids.next())).toMatchObject(refused('resident-unknown'));
  });

  it('is a workbook too, one sheet a kind of record', async () => {
    const { id } = await copyOf(await w.area.resident(here, { name: '蒋娟玉' }));
    const book = await readSheet(subjectSheet(await read(id)));
    expect(book.sheets.map(({ name }) => name)).toContain('出入记录');
    expect(JSON.stringify(book.sheets[0])).toContain('蒋娟玉');
  });
});

describe('a correction asked for', () => {
  const ask = (residentId: string) =>
    send('people.ask-correction', { residentId, askedBy: 'family', said: '电话换了，尾号 0095' });
  const answer = (requestId: string, outcome: string, set: unknown = {}) =>
    send('people.answer-correction', { requestId, outcome, answer: '已核对', set });
  const requests = async () => (await w.ask(w.secretary, (people) => people.requests())).requests;

  it('waits, is carried out with a trace, and no older register takes it back', async () => {
    const residentId = await w.area.resident(here, { phone: '19900000094' });
    const { id } = await ask(residentId);
    expect((await requests())[0]).toMatchObject({
      id,
      kind: 'correction',
      outcome: null,
      said: '电话换了，尾号 0095',
    });
    expect(await w.ask(w.secretary, (people) => people.waiting())).toMatchObject({ corrections: 1 });
    expect(await answer(id, 'corrected', { phone: '19900000095' })).toMatchObject(DONE);
    expect(await resident(residentId)).toMatchObject({
      phoneMask: '199****0095',
      confirmed: { phone: expect.any(Number) },
    });
    expect((await requests()).find((one) => one.id === id)).toMatchObject({
      outcome: 'corrected',
      answer: '已核对',
    });
    expect(await answer(id, 'declined')).toMatchObject(refused('request-answered'));
  });

  it('may be declined with the reason, which changes nothing', async () => {
    const residentId = await w.area.resident(here, { phone: '19900000096' });
    const { id } = await ask(residentId);
    await answer(id, 'declined', { phone: '19900000097' });
    expect(await resident(residentId)).toMatchObject({ phoneMask: '199****0096' });
  });

  it('is not carried out with a wrong value, of the unknown, or through a copy', async () => {
    const residentId = await w.area.resident(here);
    const { id } = await ask(residentId);
    expect(await answer(id, 'corrected', { phone: '123' })).toMatchObject(refused('phone-wrong'));
    expect(await answer(w.ids.next(), 'corrected')).toMatchObject(refused('request-unknown'));
    const copy = await copyOf(residentId);
    expect(await answer(copy.id, 'corrected')).toMatchObject(refused('request-unknown'));
    expect(await ask(w.ids.next())).toMatchObject(refused('resident-unknown'));
  });
});
