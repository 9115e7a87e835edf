import { expect, it } from 'vitest';
import { somePass } from '#groups/passes/testing/shown.ts';
import { createPhoneState } from '../phone-state.ts';
import { passOfPlate, whoseBy } from '../read-pass.ts';
import { holdersAt, platesKnown } from './lines-of.ts';

const NOON = 1_650_168_000_000;
const car = (id: string, plate: string, change = {}) =>
  somePass({ id, kind: 'vehicle', residentId: null, plate, quota: 'none', ...change });

it('the key pad offers plates with a pass, not revoked ones, and finds the pass by the plate', () => {
  const state = createPhoneState();
  const gone = { revokedAt: NOON, revokeReason: 'lost' } as const;
  state.gates.passes.load([
    car('old', '沪AD12345', { validUntil: NOON }),
    car('new', '沪AD12345', { validUntil: NOON + 1 }),
    car('lost', '苏E88888', gone),
  ]);
  expect(platesKnown(state)).toEqual(['沪AD12345']);
  expect(passOfPlate(state, '沪AD12345')?.id).toBe('new');
  expect(passOfPlate(state, '苏E88888')).toBeUndefined();
  expect(whoseBy(state, 'new')).toMatchObject({ card: null, label: '沪AD12345', pass: { passId: 'new' } });
  expect(whoseBy(state, 'never')).toBeNull();
});

it('who is inside by a pass is known to the phone too, of its compound', () => {
  const state = createPhoneState();
  const gate = { id: 'gate', name: '东门', compoundId: 'here', closedAt: null, sort: 0, version: 1 };
  state.gates.gates.load([{ ...gate, openFrom: null, openUntil: null }]);
  state.gates.passes.load([car('car', '沪AD12345')]);
  const seen = { residentId: null, householdId: null, gateId: 'gate', counts: false, version: 1 };
  state.gates.presence.load([
    { ...seen, id: 'car', passId: 'car', direction: 'in', at: NOON, passageId: 'a' },
    { ...seen, id: 'left', passId: 'left', direction: 'out', at: NOON, passageId: 'b' },
    { ...seen, id: 'ours', passId: 'ours', householdId: 'home', direction: 'in', at: NOON, passageId: 'c' },
  ]);
  expect(holdersAt(state, 'here')).toMatchObject([{ passId: 'car', pass: { plate: '沪AD12345' } }]);
  expect(holdersAt(state, 'elsewhere')).toEqual([]);
});
