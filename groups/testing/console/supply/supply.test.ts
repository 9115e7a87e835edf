import { describe, expect, it } from 'vitest';
import { translator } from '#kernel/ui/text.ts';
import { bodies } from '../../contract/commands.ts';
import type { Supplies, SupplyLine } from '../../contract/supply-queries.ts';
import { supplyText } from '../../messages/supply.ts';
import { idSource } from '../../testing/area.ts';
import { issueBody, stillNeeded } from './issue.ts';
import { laneSheets } from './lane-sheets.ts';
import { totalsOf } from './totals.ts';
import { doneWords, verdictOf } from './words.ts';

const newId = idSource(5);
const [east, west, roundId] = [newId(), newId(), newId()];
const t = translator(supplyText, 'zh-CN');

const line = (change: Partial<SupplyLine> = {}): SupplyLine => ({
  laneId: east,
  site: '1号点',
  lane: '1台',
  kind: 'swab',
  name: '',
  needed: 110,
  issued: 100,
  received: 100,
  returned: 0,
  left: null,
  used: null,
  done: { least: 60, most: 62 },
  differences: [],
  ...change,
});
const supplies = (lines: SupplyLine[]): Supplies => ({
  round: { id: roundId, name: '第一轮', state: 'draft' },
  lanes: [
    { laneId: east, site: '1号点', lane: '1台' },
    { laneId: west, site: '1号点', lane: '2台' },
  ],
  lines,
  entries: [],
  people: 200,
  reservePercent: 10,
});

describe('handing out', () => {
  it('begins with what is needed and not yet issued, and never with less than nothing', () => {
    const lines = [line(), line({ laneId: west, issued: 300 })];
    expect([...stillNeeded(supplies(lines), { kind: 'swab', name: '' })]).toEqual([
      [east, 10],
      [west, 0],
    ]);
    expect([...stillNeeded(supplies(lines), { kind: 'mask', name: '' }).values()]).toEqual([0, 0]);
  });

  it('sends what lanes get in one command, and none when no lane gets any', () => {
    const what = { kind: 'other', name: '压舌板' } as const;
    const body = issueBody(
      roundId,
      what,
      new Map([
        [east, 5],
        [west, 0],
      ]),
      newId,
    );
    expect(bodies['testing.issue-supplies'].parse(body)).toEqual(body);
    expect(body?.items).toMatchObject([{ laneId: east, quantity: 5, ...what }]);
    expect(issueBody(roundId, what, new Map([[east, 0]]), newId)).toBeNull();
  });
});

describe('a line of supplies says', () => {
  it('what does not agree, before anything else', () => {
    const differences = [
      { kind: 'not-received', pieces: 10 },
      { kind: 'used-more', pieces: 8 },
    ] as const;
    expect(verdictOf(t, line({ left: 5, used: 95, differences: [...differences] }))).toEqual({
      face: 'flagged',
      word: '发出比收到多 10；多用 8，采样对不上',
    });
  });

  it('then what is still to be issued or counted, and else that it agrees', () => {
    expect(verdictOf(t, line()).word).toBe('还差 10 没发');
    expect(verdictOf(t, line({ needed: null })).word).toBe('还没清点');
    expect(verdictOf(t, line({ needed: 90, left: 38, used: 62 }))).toEqual({ face: 'done', word: '对得上' });
  });

  it('what it is set against, with what was voided', () => {
    expect(doneWords(t, line())).toBe('采样 60（另有作废 2）');
    expect(doneWords(t, line({ kind: 'tube', done: { least: 6, most: 6 } }))).toBe('开管 6');
    expect(doneWords(t, line({ done: null }))).toBe('');
  });
});

describe('the sums over lanes', () => {
  it('make up every lane, and say how many were not counted', () => {
    const lines = [
      line({ left: 40, used: 60 }),
      line({ laneId: west, needed: 90, issued: 90, received: 0, done: { least: 50, most: 50 } }),
      line({ laneId: west, kind: 'mask', needed: null, issued: 0, received: 0, done: null }),
    ];
    expect(totalsOf(lines)).toMatchObject([
      {
        kind: 'swab',
        needed: 200,
        issued: 190,
        received: 100,
        left: 40,
        used: 60,
        done: { least: 110, most: 112 },
        uncounted: 1,
      },
      { kind: 'mask', needed: null, done: null, uncounted: 0 },
    ]);
  });
});

describe('the lanes’ sheets', () => {
  const job = {
    areaId: newId(),
    areaName: '清源居民区',
    round: '第一轮',
    when: '2022-04-17 06:30',
    language: 'zh-CN' as const,
  };

  it('are one page a lane, with what it needs and room to write', () => {
    const html = laneSheets(job, [
      line(),
      line({ kind: 'suit', needed: 18, issued: 0 }),
      line({ laneId: west }),
    ]);
    expect(html.match(/<section class="page">/g)).toHaveLength(2);
    expect(html).toContain('1号点 1台');
    expect(html).toContain('防护服');
    expect(html).toContain('物资 · 第一轮');
  });

  it('take names for what they are', () => {
    const html = laneSheets(job, [line({ kind: 'other', name: '<b>棉签</b>', needed: null })]);
    expect(html).toContain('&lt;b&gt;棉签');
  });
});
