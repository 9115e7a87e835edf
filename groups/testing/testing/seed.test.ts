import { describe, expect, it } from 'vitest';
import { MORNING } from './area.ts';
import { booksOf, expectSums } from './scripts.ts';
import { seedMorning } from './seed.ts';
import { Story } from './story.ts';

const morning = (story: Story) =>
  seedMorning({
    round: story.round,
    people: story.people.map((person) => person.residentId),
    newId: story.newId,
    from: MORNING,
  });

describe('a seeded morning', () => {
  it('is a day whose sums agree, with the contradictions it says', () => {
    const story = Story.opened({ people: 700 });
    const flags = morning(story).flatMap((deed) => {
      const said = story.tell(deed);
      expect(said.refused).toBeNull();
      return said.flags;
    });
    expect(flags.sort()).toEqual(['double-sample', 'tube-used-twice']);
    const books = booksOf(story);
    expectSums(books);
    expect(books).toMatchObject({ people: 600, unknownPackingIds: [] });
    expect(books.repeatedSampleIds).toHaveLength(1);
    const kinds = new Set(books.lanes.flatMap((lane) => lane.differences.map((d) => d.kind)));
    expect([...kinds]).toEqual(['tube-not-packed']);
  });

  it('is the same for the same seed', () => {
    expect(morning(Story.opened({ people: 50 }))).toEqual(morning(Story.opened({ people: 50 })));
  });
});
