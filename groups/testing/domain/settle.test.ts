import { describe, expect, it } from 'vitest';
import type { TestingBodies } from '../contract/commands.ts';
import type { TestingProblem } from '../contract/problems.ts';
import { RESOLUTIONS_OF } from '../contract/settlement.ts';
import { MINUTE, MORNING } from '../testing/area.ts';
import { fillTube, packDeed, sampleDeed } from '../testing/deeds.ts';
import { Story } from '../testing/story.ts';
import { expectedId } from './expected-id.ts';
import { reconcile } from './reconcile.ts';

type Settle = TestingBodies['testing.settle'];

function settle(
  story: Story,
  code: TestingProblem,
  resolution: Settle['resolution'],
  more: Partial<Settle> = {},
) {
  const body = {
    roundId: story.round.roundId,
    discrepancyId: story.discrepancy(code),
    resolution,
    note: '已核实',
    ...more,
  };
  return story.tell({ kind: 'testing.settle', body, by: 'leader', at: MORNING + 90 * MINUTE });
}

const books = (story: Story) =>
  reconcile({
    lanes: story.state.lanes.all(),
    tubes: story.state.tubes.all(),
    samples: story.state.samples.all(),
    checkIns: story.state.checkIns.all(),
    packings: story.state.packings.all(),
  });

describe('someone sampled twice', () => {
  const sampledTwice = () => {
    const story = Story.opened();
    // The later swab arrives first: first and second are by the time of the deed.
    const second = sampleDeed(story, 'T2', { at: MORNING + 9 * MINUTE });
    const first = sampleDeed(story, 'T1', { at: MORNING + 2 * MINUTE });
    story.tell(second);
    story.tell(first);
    const voided = (deed: typeof first) => story.state.samples.get(deed.body.sampleId)?.voidedAt !== null;
    return { story, first, second, voided };
  };

  it('keeps the first', () => {
    const { story, first, second, voided } = sampledTwice();
    expect(settle(story, 'double-sample', 'keep-first').refused).toBeNull();
    expect([voided(first), voided(second)]).toEqual([false, true]);
    expect(books(story)).toMatchObject({
      people: 1,
      repeatedSampleIds: [],
      total: { checkedIn: 1, inTubes: 1 },
    });
  });

  it('keeps the second', () => {
    const { story, first, second, voided } = sampledTwice();
    settle(story, 'double-sample', 'keep-second');
    expect([voided(first), voided(second)]).toEqual([true, false]);
  });

  it('keeps both: sampled anew', () => {
    const { story, second } = sampledTwice();
    settle(story, 'double-sample', 'keep-both');
    expect(books(story)).toMatchObject({ people: 1, repeatedSampleIds: [second.body.sampleId] });
  });

  it('is settled once, with a word that fits', () => {
    const { story } = sampledTwice();
    expect(settle(story, 'double-sample', 'same-tube').refused).toBe('resolution-wrong');
    expect(settle(story, 'double-sample', 'keep-first', { roundId: story.newId() }).refused).toBe(
      'no-such-discrepancy',
    );
    expect(settle(story, 'double-sample', 'keep-first').refused).toBeNull();
    expect(settle(story, 'double-sample', 'keep-second').refused).toBe('already-settled');
  });
});

describe('one tube code used twice', () => {
  const usedTwice = (firstCount: number, secondCount: number) => {
    const story = Story.opened();
    const a = fillTube(story, 'T1', 0, firstCount, { lane: 0, at: MORNING + MINUTE });
    const b = fillTube(story, 'T1', firstCount, firstCount + secondCount, {
      lane: 3,
      at: MORNING + 2 * MINUTE,
    });
    return { story, tube: (which: 'a' | 'b') => story.state.tubes.get((which === 'a' ? a : b).tubeId), a, b };
  };

  it('was one tube: its people are together, late ones follow', () => {
    const { story, tube, a, b } = usedTwice(4, 5);
    expect(settle(story, 'tube-used-twice', 'same-tube').flags).toEqual([]);
    expect(tube('a')).toMatchObject({ count: 9, voidedAt: null });
    expect(tube('b')).toMatchObject({ count: 0, mergedInto: a.tubeId });
    story.tell(sampleDeed(story, 'T1', { person: 9, tubeId: b.tubeId, lane: 3, at: MORNING + 3 * MINUTE }));
    expect(tube('a')).toMatchObject({ count: 10, closeReason: 'full' });
    expect(books(story).total).toMatchObject({ checkedIn: 10, inTubes: 10, tubes: 1 });
  });

  it('was one tube with too many in it: flagged next', () => {
    const { story } = usedTwice(8, 5);
    expect(settle(story, 'tube-used-twice', 'same-tube').flags).toEqual(['tube-over-ratio']);
  });

  it('were two tubes, one of them misread', () => {
    const { story, tube } = usedTwice(4, 5);
    story.tell(packDeed(story, 'B1', ['T7'], MORNING + 5 * MINUTE));
    expect(settle(story, 'tube-used-twice', 'rename-second').refused).toBe('code-missing');
    expect(settle(story, 'tube-used-twice', 'rename-second', { code: 'T1' }).refused).toBe('code-taken');
    expect(settle(story, 'tube-used-twice', 'rename-second', { code: 'T7' }).refused).toBeNull();
    expect(tube('a')).toMatchObject({ code: 'T1', state: 'open' });
    // It lies in the box under its true code.
    expect(tube('b')).toMatchObject({ code: 'T7', state: 'packed' });
  });

  it('were two, one of them thrown away with its people', () => {
    const { story, tube } = usedTwice(4, 5);
    settle(story, 'tube-used-twice', 'void-first');
    expect(tube('a')).toMatchObject({ count: 0 });
    expect(tube('a')?.voidedAt).not.toBeNull();
    expect(books(story).total).toMatchObject({ checkedIn: 5, inTubes: 5, tubes: 1 });
  });
});

describe('someone unknown or not awaited', () => {
  it('is identified, and found to be sampled already', () => {
    const story = Story.opened();
    story.tell(sampleDeed(story, 'T1', { person: 0 }));
    const unknown = sampleDeed(story, 'T2', { codeText: 'X-17' });
    story.tell(unknown);
    expect(settle(story, 'unknown-person', 'identify').refused).toBe('resident-missing');
    const residentId = story.person(0);
    expect(settle(story, 'unknown-person', 'identify', { residentId }).flags).toEqual(['double-sample']);
    expect(story.state.samples.get(unknown.body.sampleId)).toMatchObject({ residentId, codeText: null });
    expect(story.state.checkIns.get(unknown.body.checkInId)).toMatchObject({ residentId });
  });

  it('who came back is awaited again', () => {
    const story = Story.opened({ away: 1 });
    story.tell(sampleDeed(story, 'T1', { person: 0 }));
    settle(story, 'away-person-sampled', 'came-back');
    const row = story.state.expected.get(expectedId(story.round.roundId, story.person(0)));
    expect(row).toMatchObject({ status: 'expected', reason: null });
  });

  it('who is not on the list is put on it', () => {
    const story = Story.opened();
    const residentId = story.newId();
    story.state.people.set(residentId, { residentId, buildingId: story.newId(), away: false });
    story.tell(sampleDeed(story, 'T1', { residentId }));
    settle(story, 'not-in-scope', 'add-to-scope');
    expect(story.state.expected.get(expectedId(story.round.roundId, residentId))?.status).toBe('expected');
  });
});

describe('the rest', () => {
  it('an overfull tube gives up its last one', () => {
    const story = Story.opened();
    const { tubeId } = fillTube(story, 'T1', 0, 11);
    settle(story, 'tube-over-ratio', 'void-sample');
    expect(story.state.tubes.get(tubeId)).toMatchObject({ count: 10, state: 'closed' });
  });

  it('a tube packed twice stays in one box', () => {
    const story = Story.opened();
    const { tubeId } = fillTube(story, 'T1', 0, 3);
    story.tell(packDeed(story, 'B1', ['T1'], MORNING + 5 * MINUTE));
    story.tell(packDeed(story, 'B2', ['T1'], MORNING + 6 * MINUTE));
    settle(story, 'tube-packed-twice', 'keep-second');
    const box = [...story.state.boxes.all()].find(({ code }) => code === 'B2');
    expect(story.state.tubes.get(tubeId)?.boxId).toBe(box?.id);
  });

  it('every flag has a way to be settled', () => {
    const flags: TestingProblem[] = [
      'double-sample',
      'tube-used-twice',
      'tube-over-ratio',
      'sample-into-closed-tube',
      'unknown-person',
      'not-in-scope',
      'away-person-sampled',
      'round-not-open',
      'tube-packed-twice',
      'packed-into-sealed-box',
      'box-unknown',
    ];
    for (const flag of flags) expect(RESOLUTIONS_OF[flag]?.length, flag).toBeGreaterThan(0);
  });
});
