import { describe, expect, it } from 'vitest';
import type { CallUpSlot } from '../../contract/call-up-queries.ts';
import { MINUTE, MORNING } from '../../testing/area.ts';
import { buildingTimes } from './building-times.ts';
import { chatText } from './chat-text.ts';
import { crossSlot, moveSlot, stepSlot, timeSlot, withDraft } from './draft.ts';
import { slotMood } from './slot-face.tsx';

const slot = (id: string, siteId: string, minute: number, more: Partial<CallUpSlot> = {}): CallUpSlot => ({
  id,
  siteId,
  kind: 'block',
  startsAt: MORNING + minute * MINUTE,
  endsAt: MORNING + (minute + 5) * MINUTE,
  parts: [
    {
      buildingId: 'b3',
      compound: '清源小区',
      building: '3号',
      entrance: '1单元',
      floors: [16, 15],
      people: 18,
    },
  ],
  people: 18,
  calledAt: null,
  lastCallAt: null,
  calls: 0,
  skippedAt: null,
  endedAt: null,
  priority: 0,
  escorts: 0,
  awaited: 18,
  came: 0,
  ...more,
});
const view = {
  round: { id: 'r', name: '第一轮', state: 'open' as const },
  sites: [
    { siteId: 'a', name: '1号点', lanes: 2 },
    { siteId: 'b', name: '2号点', lanes: 2 },
  ],
};
const day = [slot('1', 'a', 0), slot('2', 'a', 5), slot('3', 'a', 10), slot('4', 'b', 0)];
const order = (slots: readonly CallUpSlot[], siteId = 'a') =>
  slots.filter((one) => one.siteId === siteId).map(({ id }) => id);

describe('a change before it is sent', () => {
  it('moves a slot before another one, and the rest follows', () => {
    const moved = withDraft(day, moveSlot(view, day, '3', 'a', '1'));
    expect(order(moved)).toEqual(['3', '1', '2']);
    expect(moved[0]?.startsAt).toBe(MORNING);
  });

  it('step by step, and no further than the end', () => {
    const [first, , third] = day;
    if (!first || !third) throw new Error('three slots');
    expect(order(withDraft(day, stepSlot(view, day, first, 1)))).toEqual(['2', '1', '3']);
    expect(stepSlot(view, day, first, -1)).toBeNull();
    expect(stepSlot(view, day, third, 1)).toBeNull();
  });

  it('to another site, in between by time', () => {
    const second = day[1];
    if (!second) throw new Error('two slots');
    const moved = withDraft(day, crossSlot(view, day, second, 'b'));
    expect(order(moved)).toEqual(['1', '3']);
    expect(order(moved, 'b')).toEqual(['4', '2']);
  });

  it('later, with those behind it', () => {
    const [first] = day;
    if (!first) throw new Error('a slot');
    const time = { startsAt: first.startsAt + MINUTE, endsAt: first.endsAt + MINUTE, following: true };
    const moved = withDraft(day, timeSlot('r', day, first, time));
    expect(moved.find(({ id }) => id === '3')?.startsAt).toBe(MORNING + 11 * MINUTE);
    expect(moved.find(({ id }) => id === '4')?.startsAt).toBe(MORNING);
    expect(timeSlot('r', day, first, { ...time, endsAt: time.startsAt })).toBeNull();
  });

  it('leaves alone what was called meanwhile', () => {
    const draft = moveSlot(view, day, '3', 'a', '1');
    const called = day.map((one) => (one.id === '1' ? { ...one, lastCallAt: MORNING } : one));
    expect(withDraft(called, draft).find(({ id }) => id === '1')?.startsAt).toBe(MORNING);
    expect(moveSlot(view, called, '1', 'a', null)).toBeNull();
  });
});

describe('how a slot stands', () => {
  const at = (more: Partial<CallUpSlot>, minute: number) =>
    slotMood(slot('1', 'a', 0, more), MORNING + minute * MINUTE, true).is;
  it('waits, is due, called, short of people, complete, skipped or cancelled', () => {
    expect(at({}, -1)).toBe('planned');
    expect(at({}, 1)).toBe('due');
    expect(slotMood(slot('1', 'a', 0), MORNING + MINUTE, false).is).toBe('planned');
    expect(at({ lastCallAt: MORNING }, 3)).toBe('called');
    expect(at({ lastCallAt: MORNING }, 30)).toBe('short');
    expect(at({ lastCallAt: MORNING, came: 18 }, 30)).toBe('all');
    expect(at({ lastCallAt: MORNING, skippedAt: MORNING + 1 }, 3)).toBe('skipped');
    expect(at({ endedAt: MORNING }, 3)).toBe('ended');
  });
});

describe('what a building’s chat group is told', () => {
  const priority = slot('0', 'a', 0, { kind: 'priority', priority: 2 });
  const slots = [priority, slot('1', 'a', 5), slot('2', 'a', 10, { lastCallAt: MORNING })];
  const [times] = buildingTimes({ slots, sites: view.sites, doors: [] });
  if (!times) throw new Error('one building');

  it('times and floors that are still to come', () => {
    const text = chatText('第一轮', times, 1, 'zh-CN');
    expect(text).toContain('清源小区 3号');
    expect(text).toContain('08:05 1单元 16–15层');
    expect(text).not.toContain('08:10');
    expect(chatText('第一轮', times, 2, 'zh-CN')).toContain('到1号点');
    expect(chatText('Round 1', times, 1, 'en')).toContain('floors 16–15');
  });

  it('never where an elder or a patient lives', () => {
    const line = times.lines.find((one) => one.priority);
    expect(line).toMatchObject({ entrance: null, floors: [] });
  });
});
