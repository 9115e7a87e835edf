import { describe, expect, it } from 'vitest';
import { MORNING } from '../../testing/area.ts';
import { Story } from '../../testing/story.ts';
import { expectedId } from '../expected-id.ts';

/** A draft, with six people of whom the first is away by the register. */
function drafted(): Story {
  const story = new Story({ people: 6, away: 1 });
  story.tell({ kind: 'testing.create-round', body: story.round });
  return story;
}

const say = (story: Story, people: readonly number[], said: object) =>
  story.tell({
    kind: 'testing.set-expectation',
    body: { roundId: story.round.roundId, residentIds: people.map((i) => story.person(i)), ...said } as never,
  });
const open = (story: Story) =>
  story.tell({ kind: 'testing.open-round', body: { roundId: story.round.roundId }, at: MORNING });
const listed = (story: Story) =>
  story.people.map(({ residentId }) => {
    const row = story.state.expected.get(expectedId(story.round.roundId, residentId));
    return row ? `${row.status}:${row.reason ?? ''}` : null;
  });

describe('what is said of people before the opening', () => {
  it('goes into the frozen list with its reason', () => {
    const story = drafted();
    expect(say(story, [1, 2], { status: 'exempt', reason: 'infant' }).refused).toBeNull();
    say(story, [3], { status: 'away', reason: 'quarantined' });
    expect(listed(story).every((row) => row === null)).toBe(true);
    expect(open(story).refused).toBeNull();
    expect(listed(story)).toEqual([
      'away:away',
      'exempt:infant',
      'exempt:infant',
      'away:quarantined',
      'expected:',
      'expected:',
    ]);
  });

  it('can be taken back, and can call in somebody whom the register says is away', () => {
    const story = drafted();
    say(story, [1], { status: 'exempt', reason: 'medical' });
    say(story, [1, 0], { status: 'expected' });
    open(story);
    expect(listed(story).slice(0, 2)).toEqual(['expected:', 'expected:']);
  });

  it('of somebody who has left the scope since is forgotten', () => {
    const story = drafted();
    say(story, [1], { status: 'exempt', reason: 'medical' });
    story.state.scopePeople.set(story.round.roundId, story.people.slice(2));
    open(story);
    expect(listed(story).slice(0, 2)).toEqual([null, null]);
  });

  it('of an entry that was merged holds for the one that stands, whose own word goes before', () => {
    const story = drafted();
    const { scopePeople, standing } = story.state;
    say(story, [1, 3], { status: 'exempt', reason: 'medical' });
    say(story, [4], { status: 'away', reason: 'other' });
    scopePeople.set(
      story.round.roundId,
      [story.people[2], story.people[4]].filter((p) => p !== undefined),
    );
    standing.set(story.person(1), story.person(2));
    standing.set(story.person(3), story.person(4));
    // Somebody has to be awaited.
    scopePeople.set(story.round.roundId, [
      ...(scopePeople.get(story.round.roundId) ?? []),
      ...story.people.slice(5),
    ]);
    open(story);
    expect(listed(story).filter(Boolean)).toEqual(['exempt:medical', 'away:other', 'expected:']);
  });

  it('cannot be said without a reason, of a stranger, or of everybody', () => {
    const story = drafted();
    expect(() => say(story, [1], { status: 'exempt' })).toThrow();
    const stranger = { residentIds: [story.newId()], status: 'exempt', reason: 'other' };
    expect(say(story, [], stranger).refused).toBe('no-such-resident');
    say(story, [1, 2, 3, 4, 5], { status: 'exempt', reason: 'tested-elsewhere' });
    expect(open(story).refused).toBe('nobody-awaited');
  });
});
