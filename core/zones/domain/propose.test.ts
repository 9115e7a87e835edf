import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer } from '../contract/rows.ts';
import { DAY, declaredRow, positive, RULE } from '../testing/rows.ts';
import { type Proposing, proposalsAt } from './propose.ts';

const world = (change: Partial<Proposing>): Proposing => ({
  rule: RULE,
  cases: [],
  statuses: [],
  answers: [],
  ...change,
});
const answer = (change: Partial<Answer>): Answer => ({
  id: 'answer',
  kind: 'positive',
  placeKind: 'building',
  placeId: 'b3',
  causes: ['s1'],
  outcome: 'set-aside',
  statusId: null,
  reason: '人不住这里',
  againAt: null,
  answeredAt: 0,
  answeredBy: 'secretary',
  version: 1,
  ...change,
});
const told = (change: Partial<Proposing>, at: number) =>
  proposalsAt(world(change), at).map(({ kind, placeId, status, causes }) => [
    kind,
    placeId,
    status,
    causes.join(),
  ]);

describe('a positive proposes', () => {
  it('lockdown of its building, two of a building together, or of the entrance if the rule says so', () => {
    const cases = [positive('s2', 2), positive('s1', 1), positive('s3', 3, { buildingId: 'b5' })];
    expect(told({ cases }, 9)).toEqual([
      ['positive', 'b3', 'lockdown', 's1,s2'],
      ['positive', 'b5', 'lockdown', 's3'],
    ]);
    const rule = { ...RULE, positiveSealsBuilding: false };
    const nowhere = positive('s4', 4, { entranceId: null });
    expect(told({ cases: [positive('s1', 1), nowhere], rule }, 9)).toEqual([
      ['positive', 'e1', 'lockdown', 's1'],
      ['positive', 'b3', 'lockdown', 's4'],
    ]);
  });

  it('its days anew where lockdown holds already', () => {
    const statuses = [declaredRow('b3', 'lockdown', { id: 'first' })];
    const [proposal] = proposalsAt(world({ statuses, cases: [positive('s1', 5)] }), 9);
    expect(proposal).toMatchObject({ kind: 'positive', status: 'lockdown', statusId: 'first' });
  });

  it('nothing once lockdown was declared since it was known, there or above, unless that was taken back', () => {
    const cases = [positive('s1', 5)];
    const since = { id: 'since', setAt: 6, from: 4 };
    for (const place of ['b3', 'e1', 'c']) {
      expect(told({ cases, statuses: [declaredRow(place, 'lockdown', since)] }, 9)).toEqual([]);
    }
    for (const row of [
      declaredRow('b5', 'lockdown', since),
      declaredRow('b3', 'control', since),
      declaredRow('b3', 'lockdown', { ...since, withdrawnAt: 7, until: 4 }),
    ]) {
      expect(told({ cases, statuses: [row] }, 9)).toHaveLength(1);
    }
  });

  it('nothing before it is known, once it is put right, or long after', () => {
    const cases = [positive('s1', 5)];
    expect(told({ cases }, 4)).toEqual([]);
    expect(told({ cases: [positive('s1', 5, { corrected: true })] }, 9)).toEqual([]);
    expect(told({ cases }, 5 + 14 * DAY)).toEqual([]);
  });

  it('nothing while it is set aside; a later one speaks for itself', () => {
    const cases = [positive('s1', 5)];
    expect(told({ cases, answers: [answer({})] }, 9)).toEqual([]);
    expect(told({ cases, answers: [answer({ againAt: 10 })] }, 9)).toEqual([]);
    expect(told({ cases, answers: [answer({ againAt: 10 })] }, 10)).toHaveLength(1);
    expect(told({ cases: [...cases, positive('s2', 8)], answers: [answer({})] }, 9)).toEqual([
      ['positive', 'b3', 'lockdown', 's2'],
    ]);
  });

  it('again when the control it was accepted as was taken back', () => {
    const row = declaredRow('b3', 'control', { id: 'came', from: 6 });
    const answers = [answer({ outcome: 'accepted', statusId: 'came' })];
    const cases = [positive('s1', 5)];
    expect(told({ cases, answers, statuses: [row] }, 9)).toEqual([]);
    const back = { ...row, withdrawnAt: 8, until: 6 };
    expect(told({ cases, answers, statuses: [back] }, 9)).toHaveLength(1);
  });
});

describe('a step is proposed', () => {
  const statuses = [declaredRow('b3', 'lockdown', { id: 'first' })];

  it('when the days are over, not before', () => {
    expect(told({ statuses }, 7 * DAY - 1)).toEqual([]);
    expect(told({ statuses }, 7 * DAY)).toEqual([['step', 'b3', 'control', 'first']]);
    const precaution = [declaredRow('b3', 'precaution', { id: 'last' })];
    expect(told({ statuses: precaution }, 3 * DAY)).toEqual([['step', 'b3', null, 'last']]);
  });

  it('of what holds at the place alone', () => {
    const over = declaredRow('b3', 'control', { id: 'second', from: 6 * DAY });
    const replaced = statuses.map((row) => ({ ...row, until: 6 * DAY }));
    expect(told({ statuses: [...replaced, over] }, 8 * DAY)).toEqual([]);
  });

  it('again on the day it was set aside to, and after what came of it was taken back', () => {
    const aside = answer({ kind: 'step', causes: ['first'], againAt: 8 * DAY });
    expect(told({ statuses, answers: [aside] }, 7 * DAY)).toEqual([]);
    expect(told({ statuses, answers: [aside] }, 8 * DAY)).toHaveLength(1);
    const taken = declaredRow('b3', 'control', { id: 'came', from: 7 * DAY, withdrawnAt: 1, until: 7 * DAY });
    const accepted = answer({ kind: 'step', causes: ['first'], outcome: 'accepted', statusId: 'came' });
    expect(told({ statuses: [...statuses, taken], answers: [accepted] }, 8 * DAY)).toHaveLength(1);
  });

  it('without regard to a positive that was set aside for good', () => {
    const cases = [positive('s1', DAY)];
    expect(told({ statuses, cases, answers: [] }, 7 * DAY)).toEqual([['positive', 'b3', 'lockdown', 's1']]);
    expect(told({ statuses, cases, answers: [answer({})] }, 7 * DAY)).toEqual([
      ['step', 'b3', 'control', 'first'],
    ]);
  });
});

describe('a correction of the laboratory proposes', () => {
  const statuses = [declaredRow('b3', 'lockdown', { id: 'came', from: 6 })];
  const answers = [answer({ outcome: 'accepted', statusId: 'came', causes: ['s1', 's2'] })];
  const right = (id: string) => positive(id, 5, { corrected: true });

  it('to take back what rested on it alone', () => {
    expect(told({ statuses, answers, cases: [right('s1'), right('s2')] }, 9)).toEqual([
      ['corrected', 'b3', null, 's1,s2'],
    ]);
  });

  it('nothing while another swab speaks for it, or when it is over', () => {
    expect(told({ statuses, answers, cases: [right('s1'), positive('s2', 5)] }, 9)).toEqual([]);
    const third = positive('s3', 7);
    expect(told({ statuses, answers: [...answers], cases: [right('s1'), right('s2'), third] }, 9)).toEqual([
      ['positive', 'b3', 'lockdown', 's3'],
    ]);
    const over = statuses.map((row) => ({ ...row, until: 8 }));
    expect(told({ statuses: over, answers, cases: [right('s1'), right('s2')] }, 9)).toEqual([]);
  });

  it('nothing of swabs that are no longer kept', () => {
    expect(told({ statuses, answers, cases: [] }, 9)).toEqual([]);
  });
});

it('proposes the same in whatever order things are known, one id for each', () => {
  const cases = fc.uniqueArray(
    fc.record({ id: fc.uuid(), at: fc.nat(20), building: fc.constantFrom('b3', 'b5') }),
    { selector: ({ id }) => id },
  );
  const statuses = fc.uniqueArray(
    fc.record({ id: fc.uuid(), place: fc.constantFrom('b3', 'b5', 'c'), from: fc.nat(20) }),
    { selector: ({ id }) => id },
  );
  fc.assert(
    fc.property(cases, statuses, fc.nat(40 * DAY), (found, made, at) => {
      const swabs = found.map((one) => positive(one.id, one.at, { buildingId: one.building }));
      const rows = made.map(({ id, place, from }) => declaredRow(place, 'control', { id, from }));
      const there = proposalsAt(world({ cases: swabs, statuses: rows }), at);
      const back = proposalsAt(world({ cases: swabs.reverse(), statuses: rows.reverse() }), at);
      expect(back).toEqual(there);
      expect(new Set(there.map(({ id }) => id)).size).toBe(there.length);
    }),
  );
});
