import { describe, expect, it } from 'vitest';
import { standing } from '#kernel/custody/transfer.ts';
import { MINUTE, MORNING } from '../testing/area.ts';
import { fillTube, packDeed } from '../testing/deeds.ts';
import { boxIn, count, giveDeed, ledger, paperDeed, seal, takeDeed } from '../testing/handover-deeds.ts';
import { Story } from '../testing/story.ts';

/** Box B1 with two full tubes, the first swab at 08:01. */
function packed(): Story {
  const story = Story.opened();
  fillTube(story, 'T1', 0, 10, { at: MORNING + MINUTE });
  fillTube(story, 'T2', 10, 13, { at: MORNING + 9 * MINUTE });
  story.tell(packDeed(story, 'B1', ['T1', 'T2'], MORNING + 20 * MINUTE));
  return story;
}

const BOXES = [{ code: 'B1', tubes: 2 }];
const at = (minute: number) => MORNING + minute * MINUTE;
const stateOf = (story: Story, code: string) => {
  const transfer = ledger(story).transfers.find(({ id }) => id === code);
  return transfer ? standing(transfer).state : null;
};

describe('a box is sealed', () => {
  it('with its seal and temperature', () => {
    const story = packed();
    expect(seal(story, 'B1', { sealNumber: ' f0087 ', temperature: 6.5 }).flags).toEqual([]);
    expect(boxIn(story, 'B1').box).toMatchObject({ sealNumber: 'F0087', temperature: 6.5, state: 'sealed' });
  });

  it('without them, as phones of an earlier version send it', () => {
    const story = packed();
    expect(seal(story, 'B1')).toMatchObject({ refused: null, flags: [] });
    expect(boxIn(story, 'B1').box).toMatchObject({ sealNumber: null, temperature: null, state: 'sealed' });
  });

  it('an odd temperature is kept and flagged, never refused', () => {
    for (const temperature of [-20, 1.9, 25.1, 38]) {
      const story = packed();
      const said = seal(story, 'B1', { temperature });
      expect(said).toMatchObject({ refused: null, flags: ['temperature-odd'] });
      expect(said.flagRows[0]?.problem.details).toMatchObject({ temperature, coldest: 2, warmest: 25 });
      expect(boxIn(story, 'B1').box?.temperature).toBe(temperature);
    }
  });

  it('a second time: adds what the first did not tell, overwrites nothing', () => {
    const story = packed();
    seal(story, 'B1', { sealNumber: 'A1', at: at(21) });
    expect(seal(story, 'B1', { sealNumber: 'A2', temperature: 5, at: at(22) }).flags).toEqual([]);
    expect(boxIn(story, 'B1').box).toMatchObject({ sealNumber: 'A1', temperature: 5, sealedAt: at(21) });
  });
});

describe('two people count', () => {
  const state = (story: Story) => boxIn(story, 'B1').counted.state;

  it('and agree with each other and with the scans', () => {
    const story = packed();
    expect(state(story)).toBe('none');
    count(story, 'B1', 2, { by: 'anna', at: at(21) });
    expect(state(story)).toBe('one');
    count(story, 'B1', 2, { by: 'bo', at: at(22) });
    expect(state(story)).toBe('agree');
  });

  it('on one phone, the second without an account', () => {
    const story = packed();
    count(story, 'B1', 2, { by: 'anna', at: at(21) });
    count(story, 'B1', 2, { by: 'anna', name: '陈阿姨', at: at(22) });
    expect(state(story)).toBe('agree');
  });

  it('one person twice is one count: the last word stands', () => {
    const story = packed();
    count(story, 'B1', 3, { by: 'anna', at: at(21) });
    expect(state(story)).toBe('differ');
    count(story, 'B1', 2, { by: 'anna', at: at(22) });
    expect(state(story)).toBe('one');
  });

  it('a difference between them, or from the scans, is named; a tube that syncs late mends it', () => {
    const story = packed();
    count(story, 'B1', 3, { by: 'anna', at: at(21) });
    count(story, 'B1', 3, { by: 'bo', at: at(22) });
    expect(state(story)).toBe('differ');
    story.tell(packDeed(story, 'B1', ['T3'], at(19)));
    expect(state(story)).toBe('agree');
  });

  it('is refused for a round or an id that never stood', () => {
    const story = packed();
    const body = { roundId: story.round.roundId, countId: story.newId(), boxCode: 'B1', tubes: 2 };
    expect(story.tell({ kind: 'testing.count-box', body }).refused).toBeNull();
    expect(story.tell({ kind: 'testing.count-box', body }).refused).toBe('id-taken');
    const elsewhere = { ...body, roundId: story.newId() };
    expect(story.tell({ kind: 'testing.count-box', body: elsewhere }).refused).toBe('no-such-round');
  });
});

describe('a hand-over', () => {
  it('waits for the other side, and is done when both have signed', () => {
    const story = packed();
    seal(story, 'B1', { at: at(21) });
    story.tell(giveDeed(story, 'V1', BOXES, { by: 'anna', at: at(30) }));
    expect(stateOf(story, 'V1')).toBe('waiting-for-receiver');
    expect(boxIn(story, 'B1')).toMatchObject({ holder: 'area' });
    story.tell(takeDeed(story, 'V1', BOXES, { by: 'bo', at: at(31) }));
    expect(stateOf(story, 'V1')).toBe('confirmed');
    expect(boxIn(story, 'B1')).toMatchObject({ holder: 'courier' });
  });

  it('comes to the same when the receiver’s phone syncs first', () => {
    const story = packed();
    expect(story.tell(takeDeed(story, 'V1', BOXES, { by: 'bo', at: at(31) })).flags).toEqual([]);
    expect(stateOf(story, 'V1')).toBe('waiting-for-giver');
    expect(story.tell(giveDeed(story, 'V1', BOXES, { by: 'anna', at: at(30) })).flags).toEqual([]);
    expect(stateOf(story, 'V1')).toBe('confirmed');
  });

  it('by the typed short code means the giver’s boxes', () => {
    const story = packed();
    story.tell(takeDeed(story, 'V1', [], { by: 'bo', at: at(31), boxCount: 1, tubeCount: 2 }));
    story.tell(giveDeed(story, 'V1', BOXES, { by: 'anna', at: at(30) }));
    expect(boxIn(story, 'B1').holder).toBe('courier');
  });

  it('is signed with a finger by a courier without an account', () => {
    const story = packed();
    story.tell(giveDeed(story, 'V1', BOXES, { by: 'anna', courier: '张师傅', at: at(30) }));
    expect(stateOf(story, 'V1')).toBe('confirmed');
    const received = [...story.state.handoverSides.all()].find(({ side }) => side === 'received');
    expect(received).toMatchObject({ witness: 'finger', by: 'anna', signer: { name: '张师傅' } });
  });

  it('by one member for both sides confirms nothing, and is flagged in either order', () => {
    for (const order of [
      ['give', 'take'],
      ['take', 'give'],
    ]) {
      const story = packed();
      const deeds = {
        give: giveDeed(story, 'V1', BOXES, { by: 'anna', at: at(30) }),
        take: takeDeed(story, 'V1', BOXES, { by: 'anna', at: at(31) }),
      };
      const flags = order.flatMap((which) => story.tell(deeds[which as 'give' | 'take']).flags);
      expect(flags).toEqual(['handover-to-self']);
      expect(stateOf(story, 'V1')).toBe('waiting-for-receiver');
    }
  });

  it('received by two: both are kept, the second is flagged, the first stands', () => {
    const story = packed();
    story.tell(giveDeed(story, 'V1', BOXES, { by: 'anna', at: at(30) }));
    story.tell(takeDeed(story, 'V1', BOXES, { by: 'bo', at: at(31) }));
    const said = story.tell(takeDeed(story, 'V1', BOXES, { by: 'cai', at: at(32) }));
    expect(said).toMatchObject({ refused: null, flags: ['handover-taken-twice'] });
    expect(boxIn(story, 'B1').custody.steps[0]?.standing.received?.by).toBe('bo');
  });

  it('signed again by the same hand changes nothing', () => {
    const story = packed();
    story.tell(giveDeed(story, 'V1', BOXES, { by: 'anna', at: at(30) }));
    story.tell(giveDeed(story, 'V1', BOXES, { by: 'anna', at: at(31) }));
    story.tell(takeDeed(story, 'V1', BOXES, { by: 'bo', at: at(32) }));
    story.tell(takeDeed(story, 'V1', BOXES, { by: 'bo', at: at(33) }));
    expect(boxIn(story, 'B1').custody.now).toEqual({ holder: 'courier', since: at(32) });
    expect(story.raised).toEqual([]);
  });

  it('on paper has the time on the paper, and never one that has not come yet', () => {
    const story = packed();
    story.tell(paperDeed(story, 'V1', BOXES, { handedAt: at(50) }));
    expect(boxIn(story, 'B1').custody.now).toEqual({ holder: 'courier', since: at(50) });
    story.tell(paperDeed(story, 'V2', BOXES, { destination: 'laboratory', handedAt: at(9_000) }));
    expect(boxIn(story, 'B1').custody.now).toEqual({ holder: 'laboratory', since: at(600) });
  });

  it('on paper fills the side that is missing; what was signed on a phone stands before it', () => {
    const story = packed();
    story.tell(giveDeed(story, 'V1', BOXES, { by: 'anna', at: at(30) }));
    expect(story.tell(paperDeed(story, 'V1', BOXES, { handedAt: at(28) })).flags).toEqual([]);
    const [step] = boxIn(story, 'B1').custody.steps;
    expect(step?.standing.given?.row.witness).toBe('self');
    expect(step?.standing.received?.row.witness).toBe('paper');
    expect(step?.at).toBe(at(30));
  });

  it('taken back stands no more, and cannot be taken back twice', () => {
    const story = packed();
    story.tell(giveDeed(story, 'V1', BOXES, { by: 'anna', courier: '张师傅', at: at(30) }));
    const body = { roundId: story.round.roundId, code: 'V1', note: '车没来' };
    expect(story.tell({ kind: 'testing.void-handover', body }).refused).toBeNull();
    expect(boxIn(story, 'B1').holder).toBe('area');
    expect(story.tell({ kind: 'testing.void-handover', body }).refused).toBe('no-such-handover');
  });

  it('is refused for a round or an id that never stood', () => {
    const story = packed();
    const deed = giveDeed(story, 'V1', BOXES, { by: 'anna' });
    expect(story.tell({ ...deed, body: { ...deed.body, roundId: story.newId() } }).refused).toBe(
      'no-such-round',
    );
    story.tell(deed);
    const { sideId } = deed.body;
    const take = takeDeed(story, 'V1', BOXES, { by: 'bo' });
    expect(story.tell({ ...take, body: { ...take.body, sideId } }).refused).toBe('id-taken');
    const paper = paperDeed(story, 'V2', BOXES);
    const twice = { sideId: story.newId(), signer: { name: '周', organisation: '', plate: '' } };
    const both = { ...paper, body: { ...paper.body, given: twice, received: twice } };
    expect(story.tell(both).refused).toBe('id-taken');
  });
});

describe('the clock of a box', () => {
  const clockAt = (story: Story, minute: number) => boxIn(story, 'B1', at(minute)).clock;

  it('runs from the first swab of its tubes until the laboratory has it', () => {
    const story = packed();
    expect(clockAt(story, 60)).toMatchObject({ state: 'running', from: at(1), dueAt: at(241) });
    expect(clockAt(story, 200).state).toBe('soon');
    story.tell(giveDeed(story, 'V1', BOXES, { by: 'anna', courier: '张师傅', at: at(30) }));
    expect(clockAt(story, 250).state).toBe('late');
    story.tell(paperDeed(story, 'V2', BOXES, { destination: 'laboratory', handedAt: at(200) }));
    expect(clockAt(story, 250)).toMatchObject({ state: 'arrived', arrivedAt: at(200) });
  });

  it('takes an earlier swab into account when its phone syncs late', () => {
    const story = Story.opened();
    story.tell(packDeed(story, 'B1', ['T1'], at(20)));
    expect(clockAt(story, 60).from).toBe(at(20));
    fillTube(story, 'T1', 0, 3, { at: at(2) });
    expect(clockAt(story, 60).from).toBe(at(2));
  });
});
