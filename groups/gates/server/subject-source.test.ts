import { afterAll, beforeAll, expect, it } from 'vitest';
import { gatesDoors } from '../testing/mounted.ts';
import { GatesWorld } from '../testing/world.ts';
import { gatesSubject } from './subject-source.ts';

/** What gates tell a person about himself or herself. */
let t: GatesWorld;
beforeAll(async () => {
  t = await GatesWorld.open();
  await t.declare(0, 'precaution');
});
afterAll(() => t.close());

const tell = async (residentId: string, language: 'zh-CN' | 'en' = 'zh-CN') => {
  const told = await t.world.read((tx) => gatesSubject(gatesDoors).read(tx, [residentId], language));
  return new Map(told.map((section) => [section.title, section]));
};

it('names every passage, turned back and voided ones too, with the rule and what it used', async () => {
  const me = t.resident(0);
  await t.pass(me, 'out', { rule: 'within-outings' });
  const slip = t.passage(me, 'in', { rule: 'returning' });
  await t.send('gates.record-passage', slip, t.volunteer);
  await t.send('gates.undo-passage', { passageId: slip.passageId }, t.volunteer);
  const hurt = { outcome: 'emergency', rule: 'emergency', reason: 'dialysis', note: '家属陪同' } as const;
  await t.pass(me, 'out', { gateId: t.gate(1), ...hurt });
  await t.pass(me, 'out', { outcome: 'refused', rule: 'outings-used' });
  const section = (await tell(me)).get('进出门岗');
  expect(section?.purpose).toContain('60 天');
  expect(section?.rows.map((row) => row.slice(1, 8))).toEqual([
    ['东门', '出', '劝返', '外出次数用完', '', '', ''],
    ['西门', '出', '急救放行', '急救', '透析', '', '家属陪同'],
    ['东门', '进', '已作废', '居民回家', '', '', ''],
    ['东门', '出', '放行', '在外出次数内', '', '是', ''],
  ]);
});

it('names who looked at them, and why', async () => {
  await t.send('gates.look-person', { residentId: t.resident(0), reason: '流调协查' });
  const rows = (await tell(t.resident(0))).get('查看过您的进出记录')?.rows;
  expect(rows?.map((row) => row[2])).toEqual(['流调协查']);
});

it('tells of nobody else, and says so where nothing is held', async () => {
  const other = await tell(t.resident(1), 'en');
  expect([...other.keys()]).toEqual(['Passages through gates', 'Looks at your passages']);
  for (const { rows } of other.values()) expect(rows).toEqual([]);
});
