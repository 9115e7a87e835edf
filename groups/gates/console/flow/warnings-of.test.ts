import { describe, expect, it } from 'vitest';
import type { GateFlow } from '../../contract/flow-queries.ts';
import { flowLines } from './flow-lines.ts';
import { reasonsByRule } from './reasons.ts';
import { warningsOf } from './warnings-of.ts';

const HOUR = 3_600_000;
const NOW = 100 * HOUR;
const queue = (state: 'calm' | 'close' | 'full', percent: number) => ({
  perMinute: 1,
  capacity: 6,
  percent,
  state,
});
const phone = (ago: number, pending = 0) => ({
  deviceId: 'd',
  lastSeenAt: NOW - ago,
  pending,
  silent: ago > 10 * 60_000,
});
const gate = (name: string, change: Partial<GateFlow>): GateFlow => ({
  gateId: name,
  name,
  compound: '',
  openFrom: null,
  openUntil: null,
  closed: false,
  counts: { in: 0, out: 0, refused: 0, asked: 0, emergency: 0 },
  slots: [],
  queue: queue('calm', 0),
  people: [],
  ...change,
});
const person = (lastAt: number, ...phones: ReturnType<typeof phone>[]) => ({
  memberId: 'm',
  name: '张三',
  lastAt,
  phones,
});
const kinds = (...gates: GateFlow[]) =>
  warningsOf({ gates, until: NOW }).map((warning) => `${warning.gate.name} ${warning.kind}`);

describe('what to look at now', () => {
  it('are the fullest gates first, then phones that do not sync', () => {
    const silent = gate('A', { people: [person(NOW - HOUR, phone(40 * 60_000))] });
    const close = gate('B', { queue: queue('close', 85) });
    const full = gate('C', { queue: queue('full', 130) });
    expect(kinds(silent, close, full)).toEqual(['C full', 'B close', 'A silent']);
  });

  it('look at the phone heard last, and at nobody who left hours ago', () => {
    expect(kinds(gate('A', { people: [person(NOW - HOUR, phone(HOUR), phone(1000))] }))).toEqual([]);
    expect(kinds(gate('A', { people: [person(NOW - HOUR, phone(1000, 3))] }))).toEqual(['A pending']);
    // Somebody who shares a phone that another was on last.
    expect(kinds(gate('A', { people: [person(NOW - HOUR)] }))).toEqual([]);
    expect(kinds(gate('A', { people: [person(NOW - 4 * HOUR, phone(HOUR))] }))).toEqual([]);
  });

  it('say nothing of a gate that was given up', () => {
    expect(kinds(gate('A', { closed: true, queue: null, people: [person(NOW - HOUR)] }))).toEqual([]);
  });
});

describe('a gate’s lines', () => {
  const names = { in: 'in', out: 'out', refused: 'refused' };
  const day = { from: 0, day: 0, today: 0 };
  const slot = (hour: number, refused = 0) => ({ at: hour * HOUR, in: 2, out: 1, refused });

  it('reach from the first slot to now, with noughts between', () => {
    const lines = flowLines({ slots: [slot(8), slot(9)] }, { ...day, until: 10 * HOUR }, names);
    expect(lines?.map(({ name }) => name)).toEqual(['in', 'out']);
    expect(lines?.[0]?.points).toHaveLength(9);
    expect(lines?.[0]?.points.filter(([, y]) => y === 0)).toHaveLength(7);
  });

  it('show who was turned back where anybody was; one slot is no line', () => {
    expect(flowLines({ slots: [slot(8, 1)] }, { ...day, until: 8.1 * HOUR }, names)).toBeNull();
    expect(flowLines({ slots: [slot(8, 1)] }, { ...day, until: 9 * HOUR }, names)).toHaveLength(3);
  });
});

it('reasons of all gates are summed, the most common first', () => {
  const row = (gateId: string, rule: string, refused: number) => ({ gateId, rule, refused, asked: 1 });
  expect(reasonsByRule([row('a', 'missed', 1), row('a', 'zone', 2), row('b', 'missed', 3)])).toEqual([
    { rule: 'missed', refused: 4, asked: 2 },
    { rule: 'zone', refused: 2, asked: 1 },
  ]);
});
