import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Stamp } from '#kernel/command/module.ts';
import { type Passage, wentThrough } from '../../contract/rows.ts';
import { isInside } from '../../contract/visit-rows.ts';
import { evolve } from '../evolve.ts';
import { createGatesState, type GatesState } from '../state.ts';
import { countInside, visitorsBy } from './inside.ts';
import { whoIsOut } from './who-is-out.ts';

/** Two buildings: the first three residents live in the first. */
const RESIDENTS = ['r1', 'r2', 'r3', 'r4', 'r5'];
const buildingOf = (residentId: string) => (RESIDENTS.indexOf(residentId) < 3 ? 'b1' : 'b2');

type Deed =
  | {
      readonly what: 'pass';
      readonly who: string;
      readonly direction: 'in' | 'out';
      readonly through: boolean;
    }
  | { readonly what: 'visit'; readonly to: 'b1' | 'b2' | null; readonly people: number }
  | { readonly what: 'leave' | 'take-back'; readonly which: number };

const deed: fc.Arbitrary<Deed> = fc.oneof(
  fc.record({
    what: fc.constant('pass' as const),
    who: fc.constantFrom(...RESIDENTS),
    direction: fc.constantFrom('in' as const, 'out' as const),
    through: fc.boolean(),
  }),
  fc.record({
    what: fc.constant('visit' as const),
    to: fc.constantFrom('b1' as const, 'b2' as const, null),
    people: fc.integer({ min: 1, max: 4 }),
  }),
  fc.record({ what: fc.constantFrom('leave' as const, 'take-back' as const), which: fc.nat({ max: 40 }) }),
);

const stamp = (at: number): Stamp => ({
  version: at,
  commandId: `k${at}`,
  actorId: 'm1',
  deviceId: null,
  at,
  receivedAt: at,
});

const passage = (id: string, change: Partial<Passage>) => ({
  passageId: id,
  gateId: 'g1',
  laneId: null,
  subject: 'resident' as const,
  residentId: null,
  householdId: null,
  passId: null,
  visitId: null,
  direction: 'in' as const,
  outcome: 'allowed' as const,
  rule: 'free',
  reason: null,
  note: '',
  counts: false,
  photo: null,
  ...change,
});

/** Passages of residents arrive in the given order, each with the time it happened; visits as they happen. */
function apply(state: GatesState, deeds: readonly Deed[], timeOf: (n: number) => number): void {
  deeds.forEach((one, n) => {
    const at = timeOf(n);
    const id = `p${n}`;
    if (one.what === 'pass') {
      const outcome = one.through ? ('allowed' as const) : ('refused' as const);
      const data = passage(id, { residentId: one.who, direction: one.direction, outcome });
      evolve(state, { type: 'gates.passed', data }, stamp(at));
    } else if (one.what === 'visit') {
      const visitId = `v${n}`;
      const where = { compoundId: 'c1', gateId: 'g1', passageId: id, entranceId: null, room: '' };
      const who = { name: null, phoneTail: null, plate: null, people: one.people, kind: 'visitor' as const };
      const data = {
        visitId,
        ...where,
        ...who,
        buildingId: one.to,
        outcome: 'allowed' as const,
        expectedUntil: 0,
      };
      evolve(state, { type: 'gates.passed', data: passage(id, { subject: 'visit', visitId }) }, stamp(at));
      evolve(state, { type: 'gates.visit-registered', data }, stamp(at));
    } else if (one.what === 'leave') {
      const visitId = `v${one.which}`;
      const visit = state.visitRows.get(visitId);
      if (!visit || !isInside(visit)) return;
      const out = passage(id, { subject: 'visit', visitId, direction: 'out' });
      evolve(state, { type: 'gates.passed', data: out }, stamp(at));
      evolve(state, { type: 'gates.visit-ended', data: { visitId } }, stamp(at));
    } else if (state.passages.get(`p${one.which}`)?.voidedAt === null) {
      const data = { passageId: `p${one.which}`, note: '' };
      evolve(state, { type: 'gates.passage-voided', data }, stamp(at));
    }
  });
}

/** As anybody would count it with the passages on paper: in order of time, the last that went through decides. */
function naive(state: GatesState) {
  const lines = [...state.passages.all()]
    .filter(wentThrough)
    .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  const last = new Map(
    lines.flatMap((one) => (one.residentId === null ? [] : [[one.residentId, one] as const])),
  );
  const out = RESIDENTS.filter((id) => last.get(id)?.direction === 'out');
  const visitors = { b1: 0, b2: 0 };
  for (const visit of state.visitRows.all()) {
    const entered = lines.some(({ id }) => id === visit.passageId);
    const left = lines.some((one) => one.visitId === visit.id && one.direction === 'out');
    if (entered && !left && visit.buildingId !== null)
      visitors[visit.buildingId as 'b1' | 'b2'] += visit.people;
  }
  return { out, visitors };
}

it('counts as one would on paper, whatever is taken back and in whatever order gates sync', () => {
  const property = fc.property(fc.array(deed, { maxLength: 40 }), fc.nat(), (deeds, turn) => {
    const state = createGatesState();
    // Passages of two gates: every other one happened before the one it arrives after.
    const shift = (turn % 3) * 2;
    apply(state, deeds, (n) => 1000 + n * 2 - (deeds[n]?.what === 'pass' && n % 2 === 1 ? shift + 1 : 0));
    const expected = naive(state);
    const out = whoIsOut(state.presence.all());
    expect([...out.keys()].sort()).toEqual(expected.out);
    const outIn = new Map<string, number>();
    for (const id of out.keys()) outIn.set(buildingOf(id), (outIn.get(buildingOf(id)) ?? 0) + 1);
    const registered = new Map([
      ['b1', { present: 3, away: 0 }],
      ['b2', { present: 2, away: 0 }],
    ]);
    const counts = countInside(registered, outIn, state.visitRows.all());
    for (const [building, people] of [
      ['b1', 3],
      ['b2', 2],
    ] as const) {
      const isOut = expected.out.filter((id) => buildingOf(id) === building).length;
      expect(counts.get(building)).toEqual({
        home: people - isOut,
        out: isOut,
        away: 0,
        visitors: expected.visitors[building],
      });
    }
    expect(visitorsBy(state.visitRows.all(), () => 'all').get('all') ?? 0).toBeGreaterThanOrEqual(
      expected.visitors.b1 + expected.visitors.b2,
    );
  });
  fc.assert(property, { numRuns: 500 });
});
