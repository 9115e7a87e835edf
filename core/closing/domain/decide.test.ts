import { describe, expect, it } from 'vitest';
import { isRefused } from '#kernel/command/command.ts';
import { uuidv7 } from '#kernel/time-id/uuid.ts';
import type { ClosingBody, ClosingCommand } from '../contract/commands.ts';
import { type ClosingState, decide, emptyState, evolve } from './decide.ts';

const AT = Date.UTC(2022, 5, 1);

const area = () => emptyState('清源居民区', false);

function tell(state: ClosingState, kind: ClosingCommand['kind'], body: object): string {
  const command = { id: uuidv7(AT), kind, at: AT, actorId: 'system', deviceId: null, body } as ClosingCommand;
  const decision = decide(state, command);
  if (isRefused(decision)) return decision.refused.code;
  for (const event of decision.events) {
    evolve(state, event, { version: 7, at: AT, receivedAt: AT, actorId: 'system' } as never);
  }
  return `${decision.events.length} events`;
}

const order = (closingId: string, areaName = '清源居民区'): ClosingBody<'closing.begin'> => ({
  closingId,
  areaName,
  rule: '街道办 2022 年第 31 号通知',
  responsible: '王书记',
  witness: '李主任',
  orderedBy: 'cli',
});
const stop = (closingId: string) => ({ closingId, stoppedBy: 'cli', because: 'asked' });

describe('the order to close an emergency', () => {
  it('wants the area’s name typed as it is, and never closes practice', () => {
    expect(tell(area(), 'closing.begin', order(uuidv7(AT), '清源'))).toBe('closing.other-name');
    expect(tell(emptyState('清源居民区', true), 'closing.begin', order(uuidv7(AT)))).toBe('closing.practice');
  });

  it('stands once, is said again without harm, and makes room when it is stopped', () => {
    const state = area();
    const [one, two] = [uuidv7(AT), uuidv7(AT)];
    expect(tell(state, 'closing.begin', order(one))).toBe('1 events');
    expect(tell(state, 'closing.begin', order(one))).toBe('0 events');
    expect(tell(state, 'closing.begin', order(two))).toBe('closing.under-way');
    expect(tell(state, 'closing.stop', stop(two))).toBe('closing.not-to-be-stopped');
    expect(tell(state, 'closing.stop', stop(one))).toBe('1 events');
    expect(state.closings.get(one)).toMatchObject({ stoppedAt: AT, stoppedBy: 'cli', version: 7 });
    expect(tell(state, 'closing.stop', stop(one))).toBe('closing.not-to-be-stopped');
    expect(tell(state, 'closing.begin', order(one))).toBe('closing.under-way');
    expect(tell(state, 'closing.begin', order(two))).toBe('1 events');
  });
});
