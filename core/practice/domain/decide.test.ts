import { describe, expect, it } from 'vitest';
import { isRefused } from '#kernel/command/command.ts';
import { bodies, type PracticeCommand } from '../contract/commands.ts';
import { decide, emptyState, evolve, type PracticeState } from './decide.ts';

const HERE = '0190f000-0000-7000-8000-00000000000f';
const REAL = '0190f000-0000-7000-8000-000000000001';

const begin = (practisesFor = REAL): PracticeCommand => ({
  id: '0190f000-0000-7000-8000-0000000000c1',
  kind: 'practice.begin',
  at: 1_000,
  actorId: 'system',
  deviceId: null,
  body: { practisesFor, generation: 2 },
});

function tell(state: PracticeState, command: PracticeCommand): string {
  const decision = decide(state, command);
  if (isRefused(decision)) return decision.refused.code;
  const { id: commandId, actorId, deviceId, at } = command;
  for (const event of decision.events) {
    evolve(state, event, { version: 7, commandId, actorId, deviceId, at, receivedAt: at });
  }
  return 'done';
}

describe('a practice area begins', () => {
  it('once, and knows whose it is', () => {
    const state = emptyState(HERE);
    expect(tell(state, begin())).toBe('done');
    expect(state.worlds.get(HERE)).toEqual({
      id: HERE,
      practisesFor: REAL,
      generation: 2,
      begunAt: 1_000,
      version: 7,
    });
    expect(tell(state, begin())).toBe('practice.begun-already');
  });

  it('never for itself', () => {
    expect(tell(emptyState(HERE), begin(HERE))).toBe('practice.not-real');
  });

  it('with a generation from 1 on, and nothing else in its body', () => {
    const parses = (body: unknown) => bodies['practice.begin'].safeParse(body).success;
    expect(parses({ practisesFor: REAL, generation: 1 })).toBe(true);
    expect(parses({ practisesFor: REAL, generation: 0 })).toBe(false);
    expect(parses({ practisesFor: 'x', generation: 1 })).toBe(false);
    expect(parses({ practisesFor: REAL, generation: 1, name: '王' })).toBe(false);
  });
});
