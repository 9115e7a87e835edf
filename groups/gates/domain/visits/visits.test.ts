import { describe, expect, it } from 'vitest';
import type { Presence } from '../../contract/rows.ts';
import type { Visit } from '../../contract/visit-rows.ts';
import { evacuationList, type Housed } from './evacuation.ts';
import { countInside } from './inside.ts';
import { helpBornBy, needsHelp } from './need-help.ts';
import { overdueOutings, overdueVisits } from './overdue.ts';
import { whoIsOut } from './who-is-out.ts';

const NOW = Date.parse('2022-04-17T10:00:00+08:00');
const MINUTE = 60_000;

const visit = (over: Partial<Visit>): Visit => ({
  id: 'v1',
  kind: 'visitor',
  compoundId: 'c1',
  gateId: 'g1',
  passageId: 'p1',
  buildingId: 'b1',
  entranceId: null,
  room: '402',
  people: 1,
  name: null,
  phoneTail: null,
  plate: null,
  outcome: 'allowed',
  enteredAt: NOW - 30 * MINUTE,
  expectedUntil: NOW + 90 * MINUTE,
  leftAt: null,
  voidedAt: null,
  version: 1,
  ...over,
});

const person = (id: string, over: Partial<Housed> = {}): Housed => ({
  id,
  buildingId: 'b1',
  entrance: null,
  room: id,
  floor: null,
  sort: id,
  name: '王**',
  away: false,
  needsHelp: false,
  ...over,
});

describe('who is out', () => {
  it('is told by where each resident was seen last; holders of passes live nowhere here', () => {
    const seen = (id: string, over: Partial<Presence>): Presence => ({
      id,
      residentId: id,
      householdId: 'h1',
      passId: null,
      direction: 'out',
      at: 5,
      gateId: 'g1',
      passageId: 'p1',
      counts: false,
      version: 1,
      ...over,
    });
    const all = [
      seen('r1', {}),
      seen('r2', { direction: 'in' }),
      seen('q1', { residentId: null, passId: 'q1' }),
    ];
    expect([...whoIsOut(all).values()]).toEqual([{ residentId: 'r1', since: 5, gateId: 'g1' }]);
  });
});

describe('who is inside', () => {
  it('counts residents who are neither away nor out, and people rather than visits', () => {
    const counts = countInside(new Map([['b1', { present: 10, away: 2 }]]), new Map([['b1', 3]]), [
      visit({ people: 4 }),
      visit({ id: 'v2', leftAt: NOW }),
      visit({ id: 'v3', buildingId: 'b2' }),
    ]);
    expect(counts.get('b1')).toEqual({ home: 7, out: 3, away: 2, visitors: 4 });
    expect(counts.get('b2')).toEqual({ home: 0, out: 0, away: 0, visitors: 1 });
  });
});

describe('an evacuation list', () => {
  it('has everybody of the building once, by address, with visitors inside', () => {
    const people = [person('402'), person('101', { needsHelp: true }), person('303', { away: true })];
    const list = evacuationList('b1', [...people, person('x', { buildingId: 'b2' })], (id) => id === '402', [
      visit({}),
      visit({ id: 'v2', voidedAt: NOW }),
      visit({ id: 'v3', buildingId: null }),
    ]);
    expect(list.home.map(({ id }) => id)).toEqual(['101']);
    expect(list.out.map(({ id }) => id)).toEqual(['402']);
    expect(list.away.map(({ id }) => id)).toEqual(['303']);
    expect(list.visits.map(({ id }) => id)).toEqual(['v1']);
  });

  it('marks the old and those whom the register knows to need a hand', () => {
    const bornBy = helpBornBy(80, NOW);
    expect(bornBy).toBe(1942);
    expect(needsHelp({ tags: [], birthYear: 1942 }, bornBy)).toBe(true);
    expect(needsHelp({ tags: [], birthYear: 1943 }, bornBy)).toBe(false);
    expect(needsHelp({ tags: ['immobile'], birthYear: null }, bornBy)).toBe(true);
    expect(needsHelp({ tags: ['owner'], birthYear: null }, bornBy)).toBe(false);
  });
});

describe('overdue', () => {
  it('are visits over their time and residents out too long, the longest first', () => {
    const late = visit({ id: 'v2', expectedUntil: NOW - 1 });
    const later = visit({ id: 'v3', expectedUntil: NOW - 5 * MINUTE });
    const gone = visit({ id: 'v4', expectedUntil: 0, leftAt: 1 });
    expect(overdueVisits([visit({}), late, later, gone], NOW).map(({ id }) => id)).toEqual(['v3', 'v2']);
    const out = (residentId: string, since: number) => ({ residentId, since, gateId: 'g1' });
    const outings = [out('r1', NOW - 241 * MINUTE), out('r2', NOW - 240 * MINUTE), out('r3', 0)];
    expect(overdueOutings(outings, 240, NOW).map(({ residentId }) => residentId)).toEqual(['r3', 'r1']);
  });
});
