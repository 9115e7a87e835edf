import { describe, expect, it } from 'vitest';
import { sampleDeed } from '../../testing/deeds.ts';
import { Story } from '../../testing/story.ts';
import { loadPeople, type PeopleByRound } from '../people-list.ts';
import { missingPeople } from './missing.ts';

/** A phone's round of four people in two buildings, one of them away. */
function aPhone() {
  const story = Story.opened({ people: 4, away: 1, buildingIds: [crypto.randomUUID(), crypto.randomUUID()] });
  const { roundId } = story.round;
  const people: PeopleByRound = new Map();
  loadPeople(
    people,
    story.people.map(({ residentId, buildingId, away }, i) => ({
      id: residentId,
      roundId,
      residentId,
      householdId: residentId,
      dwellingId: residentId,
      buildingId,
      compoundId: buildingId,
      compound: '清源小区',
      building: `${(i % 2) + 1}号`,
      entrance: null,
      room: `${9 - i}01`,
      floor: 9 - i,
      sort: `${(i % 2) + 1} ${9 - i}`,
      nameMask: '王**',
      pinyin: 'wang xiao ming',
      initials: 'wxm',
      birthYear: null,
      sex: null,
      tags: [],
      away,
      awayReason: '',
      registeredElsewhere: false,
      phoneMask: null,
      endedAt: null,
      version: 1,
      identityHash: null,
    })),
  );
  const state = { testing: story.state, people, keys: new Map() };
  const missing = () =>
    missingPeople(state, roundId).map(({ label, people: some }) => [
      label,
      some.map(({ card }) => card.room),
    ]);
  return { story, roundId, state, missing };
}

describe('who has not come, on a phone', () => {
  it('stands by building in walking order, away ones left out', () => {
    expect(aPhone().missing()).toEqual([
      ['清源小区 1号', ['701']],
      ['清源小区 2号', ['601', '801']],
    ]);
  });

  it('leaves the list with the scan, and comes back with its withdrawal', () => {
    const { story, roundId, missing } = aPhone();
    const deed = sampleDeed(story, 'T1', { person: 1 });
    story.tell(deed);
    expect(missing()).toEqual([
      ['清源小区 1号', ['701']],
      ['清源小区 2号', ['601']],
    ]);
    const { sampleId } = deed.body;
    story.tell({ kind: 'testing.void-sample', body: { roundId, sampleId, keepCheckIn: false, note: '' } });
    expect(missing()).toEqual([
      ['清源小区 1号', ['701']],
      ['清源小区 2号', ['601', '801']],
    ]);
  });

  it('keeps the latest answer, pending until the server has it', () => {
    const { story, roundId, state } = aPhone();
    const residentId = story.person(2);
    for (const [minute, answer] of ['no-answer', 'coming'].entries()) {
      const callId = story.newId();
      const body = {
        roundId,
        callId,
        residentId,
        way: 'door',
        answer: answer as 'coming',
        note: '',
      } as const;
      story.tell({ kind: 'testing.call-again', body, at: Date.UTC(2022, 3, 17, 1, minute) });
    }
    const [first] = missingPeople(state, roundId);
    expect(first?.people[0]).toMatchObject({ call: { answer: 'coming' }, pending: true });
  });

  it('is nobody where the round is not on the phone', () => {
    const { state, story } = aPhone();
    expect(missingPeople(state, story.newId())).toEqual([]);
  });
});
