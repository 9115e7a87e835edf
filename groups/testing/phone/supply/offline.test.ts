import { describe, expect, it } from 'vitest';
import type { Command } from '#kernel/command/command.ts';
import { isRefused } from '#kernel/command/command.ts';
import { COLLECTIONS } from '../../contract/sync.ts';
import { MINUTE, MORNING } from '../../testing/area.ts';
import { Story } from '../../testing/story.ts';
import { projection } from '../projection.ts';
import { bookOf } from './form.ts';

/** A phone that has pulled the round and then lost the network: the same rules over the pulled rows. */
function lanePhone() {
  const story = Story.opened();
  const state = projection.build();
  const { rounds, lanes } = story.state;
  const rows = (all: Iterable<object>) => [...all] as never;
  projection.load(state, COLLECTIONS.round, rows(rounds.all()));
  projection.load(state, COLLECTIONS.lane, rows(lanes.all()));
  let version = 1;
  const dispatch = (kind: string, body: object, at = MORNING + MINUTE): string | null => {
    const command = { id: story.newId(), kind, at, actorId: 'anna', deviceId: null, body } as Command;
    const decision = projection.decide(state, command);
    if (isRefused(decision)) return decision.refused.code;
    version += 1;
    const stamp = { version, commandId: command.id, actorId: 'anna', deviceId: null, at, receivedAt: at };
    for (const event of decision.events) projection.evolve(state, event, stamp);
    return null;
  };
  const record = (deed: string, quantity: number, at?: number, entryId = story.newId()) => {
    const items = [{ entryId, kind: 'swab', name: '', quantity }];
    const body = { roundId: story.round.roundId, laneId: story.lane(0), deed, items, note: '' };
    return { entryId, told: dispatch('testing.record-supplies', body, at) };
  };
  const book = () => bookOf({ kind: 'swab', name: '' }, state.testing.supplies.by('lane', story.lane(0)));
  return { story, dispatch, record, book };
}

describe('a lane without a network', () => {
  it('records what came, what is left and what goes back, and knows its book', () => {
    const { record, book } = lanePhone();
    expect(record('received', 100).told).toBeNull();
    expect(record('counted', 40, MORNING + 2 * MINUTE).told).toBeNull();
    expect(record('returned', 40, MORNING + 3 * MINUTE).told).toBeNull();
    expect(book()).toMatchObject({ received: 100, left: 0, returned: 40, used: 60 });
  });

  it('takes its own line back, within minutes and once', () => {
    const { story, dispatch, record, book } = lanePhone();
    const { entryId } = record('received', 1000);
    const undo = (at: number) =>
      dispatch('testing.undo-supply', { roundId: story.round.roundId, entryId }, at);
    expect(undo(MORNING + 60 * MINUTE)).toBe('testing.undo-too-late');
    expect(undo(MORNING + 2 * MINUTE)).toBeNull();
    expect(undo(MORNING + 3 * MINUTE)).toBe('testing.already-voided');
    expect(book()).toMatchObject({ received: 0, left: null });
  });

  it('is refused a lane that never stood', () => {
    const { story, dispatch } = lanePhone();
    const items = [{ entryId: story.newId(), kind: 'swab', name: '', quantity: 1 }];
    const body = { roundId: story.round.roundId, laneId: story.newId(), deed: 'received', items, note: '' };
    expect(dispatch('testing.record-supplies', body)).toBe('testing.no-such-lane');
  });
});
