import { describe, expect, test } from 'vitest';
import { isProblem, nextTubeCodes } from '#core/codes/contract.ts';
import { type DeskPerson, type DeskRound, isElder, lanesOf } from './desk-data.ts';
import { nextNumber, withPrinted } from './printed.ts';

const round = (lanes: number): DeskRound => ({
  name: '第一轮',
  day: '2022-04-17',
  poolRatio: 10,
  tubeSeries: { kind: 'own' },
  sites: [
    { name: '1号点', lanes: [{ name: '1台' }] },
    { name: '2号点', lanes: Array.from({ length: lanes - 1 }, (_, i) => ({ name: `${i + 1}台` })) },
  ],
});

describe('lanes and their series', () => {
  test('each lane of all sites has a symbol of its own, and each makes codes', () => {
    const lanes = lanesOf(round(12));
    expect(lanes[0]).toEqual({ symbol: '1', where: '1号点 · 1台' });
    expect(lanes[11]).toEqual({ symbol: 'C', where: '2号点 · 11台' });
    expect(new Set(lanes.map((lane) => lane.symbol)).size).toBe(12);
    const areaId = '0190c3f0-0000-7000-8000-0000000a1b2c';
    for (const { symbol } of lanes) {
      const made = nextTubeCodes({ kind: 'own', areaId, day: '2022-04-17', lane: symbol }, 1, 1);
      expect(isProblem(made)).toBe(false);
    }
  });

  test('more lanes than symbols: the last ones share the series without a lane', () => {
    expect(lanesOf(round(40))).toHaveLength(31);
  });
});

describe('where printing was left', () => {
  test('goes on after the last label, per series', () => {
    const printed = withPrinted(withPrinted({}, '2022-04-17/A', 100), '2022-04-17/B', 20);
    expect(nextNumber(printed, '2022-04-17/A')).toBe(101);
    expect(nextNumber(printed, '2022-04-17/C')).toBe(1);
  });

  test('a label printed again does not set it back', () => {
    expect(nextNumber(withPrinted({ s: 100 }, 's', 3), 's')).toBe(101);
  });

  test('forgets the oldest, so that a computer of years holds no ballast', () => {
    let printed = {};
    for (let i = 0; i < 500; i++) printed = withPrinted(printed, `day${i}`, 1);
    expect(Object.keys(printed)).toHaveLength(200);
    expect(nextNumber(printed, 'day499')).toBe(2);
  });
});

describe('who gets a large card', () => {
  const person = (change: Partial<DeskPerson>): DeskPerson => ({
    residentId: 'r',
    householdId: 'h',
    buildingId: 'b',
    compound: '清源小区',
    building: '3号楼',
    room: '402',
    sort: '1',
    nameMask: '王**',
    fullName: null,
    birthYear: null,
    tags: [],
    away: false,
    ...change,
  });

  test('by age, in the year of the round', () => {
    const rule = { age: 70, tagged: false };
    expect(isElder(person({ birthYear: 1952 }), rule, 2022)).toBe(true);
    expect(isElder(person({ birthYear: 1953 }), rule, 2022)).toBe(false);
    expect(isElder(person({}), rule, 2022)).toBe(false);
  });

  test('by what is known of them, when asked', () => {
    const alone = person({ birthYear: 1980, tags: ['lives-alone'] });
    expect(isElder(alone, { age: 70, tagged: true }, 2022)).toBe(true);
    expect(isElder(alone, { age: 70, tagged: false }, 2022)).toBe(false);
    expect(isElder(person({ tags: ['tenant'] }), { age: 70, tagged: true }, 2022)).toBe(false);
  });
});
