import { expect, test } from 'vitest';
import { projection } from '../../phone/projection.ts';
import { evolve } from '../evolve.ts';
import { createTestingState } from '../state.ts';
import { decideField, type FieldKind } from './decide-field.ts';
import { evolveField, fieldAppliers } from './evolve-field.ts';

const stamp = { version: 0, commandId: 'c', actorId: 'a', deviceId: 'd', at: 1, receivedAt: 1 };
const looked = { type: 'testing.list-looked-at', data: { roundId: 'r' } } as Parameters<typeof evolve>[1];

test('every command a phone keeps in its outbox has a rule in the field', () => {
  const state = createTestingState();
  for (const kind of Object.keys(projection.kinds) as FieldKind[]) {
    const body = { roundId: 'r', people: [], codes: [], sampleIds: [], boxIds: [], entries: [], counts: {} };
    const command = { id: 'c', kind, at: 1, actorId: 'a', deviceId: 'd', body };
    const rule = () => decideField(state, command as unknown as Parameters<typeof decideField>[1]);
    // A body of nothing may be refused or fail within its rule; without a rule there would be no answer at all.
    expect(answerOf(rule), kind).toBeDefined();
  }
});

test('an event of the desk is applied by the server and refused by a phone', () => {
  const state = createTestingState();
  expect(() => evolve(state, looked, stamp)).not.toThrow();
  expect(() => evolveField(state, looked, stamp)).toThrow('testing.list-looked-at');
  expect(Object.keys(fieldAppliers)).not.toContain('testing.list-looked-at');
});

function answerOf(rule: () => unknown): unknown {
  try {
    return rule();
  } catch (error) {
    return error;
  }
}
