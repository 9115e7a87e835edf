import { describe, expect, it } from 'vitest';
import { practiceAreaId, readCode } from '#core/codes/contract.ts';
import { sampleDeed } from '../../testing/deeds.ts';
import { Story } from '../../testing/story.ts';
import type { ListedCard } from '../people-list.ts';
import { nextTube, peopleToSample, personCode } from './codes.ts';
import { today } from './today.ts';

const AREA = practiceAreaId('0190c3f0-0000-7000-8000-0000000a1b2c', '0190c3f0-0000-7000-8000-0000000a1b2d');
const DAY = '2022-04-17';

const lane = (story: Story, sort = 0) => ({ roundId: story.round.roundId, sort });

/** The list as a phone has it, addresses in the order of the story's people. */
function listOf(story: Story) {
  const cards = story.people.map(
    ({ residentId }, i) => ({ id: residentId, sort: String(1000 + i) }) as ListedCard,
  );
  const round = story.state.rounds.get(story.round.roundId);
  if (!round) throw new Error('the story has a round');
  return { round, people: { all: () => cards.values() } };
}

describe('tubes to practise with', () => {
  it('are labels of the practice area that a lane reads', () => {
    const code = nextTube(Story.opened().state, lane(Story.opened()), AREA, DAY);
    expect(readCode(code, { areaId: AREA, labs: [] })).toMatchObject({ kind: 'tube' });
  });

  it('are new ones each time: a label in the round is not offered again', () => {
    const story = Story.opened();
    const first = nextTube(story.state, lane(story), AREA, DAY);
    story.tell(sampleDeed(story, first));
    expect(nextTube(story.state, lane(story), AREA, DAY)).not.toBe(first);
  });

  it('are another series at another lane, so that learners do not meet in one tube', () => {
    const story = Story.opened();
    expect(nextTube(story.state, lane(story, 1), AREA, DAY)).not.toBe(
      nextTube(story.state, lane(story, 0), AREA, DAY),
    );
  });
});

describe('people to practise with', () => {
  it('are those of the list who were not sampled, in address order', () => {
    const story = Story.opened({ people: 5 });
    story.tell(sampleDeed(story, 'T1', { person: 0 }));
    story.tell(sampleDeed(story, 'T1', { person: 2 }));
    const found = peopleToSample(story.state, listOf(story), 2);
    expect(found.map((card) => card.id)).toEqual([story.person(1), story.person(3)]);
  });

  it('hold out a code that reads as theirs', () => {
    const story = Story.opened({ people: 1 });
    const code = personCode(AREA, { id: story.person(0) });
    expect(readCode(code, { areaId: AREA, labs: [] })).toMatchObject({ kind: 'person', text: code });
  });
});

it('today is the day of the phone’s own zone', () => {
  expect(today(new Date(2022, 3, 7, 23, 59))).toBe('2022-04-07');
});
