import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { standing } from '#kernel/custody/transfer.ts';
import { MINUTE, MORNING } from '../../testing/area.ts';
import { fillTube, packDeed } from '../../testing/deeds.ts';
import { giveDeed, ledger, paperDeed, seal } from '../../testing/handover-deeds.ts';
import { booksOf, comesTo, expectSums, shuffled } from '../../testing/scripts.ts';
import { Story } from '../../testing/story.ts';
import { aTransportScript, tellTransport } from '../../testing/transport-scripts.ts';
import { boxGaps } from './box-gaps.ts';
import type { Ledger } from './ledger.ts';

const runs = { numRuns: 150 };
const fresh = () => Story.opened({ people: 40, away: 3 });

/** What the boxes come to, whatever rows hold them. */
const transportOf = ({ boxes, transfers }: Ledger) => ({
  boxes: boxes.map(({ code, content, counted, holder, custody, clock }) => ({
    ...{
      code,
      content,
      holder,
      clock,
      counts: counted.counts.map(({ tubes }) => tubes),
      state: counted.state,
    },
    steps: custody.steps.map(({ transferId, to, at }) => [transferId, to, at]),
    ...{ waiting: custody.waiting, broken: custody.broken },
  })),
  transfers: transfers.map((one) => [one.id, standing(one).state, standing(one).at]),
});

describe('boxes and hand-overs', () => {
  it('leave the sums as they are: people, tubes and boxes agree whatever is done', () => {
    fc.assert(
      fc.property(aTransportScript, (script) => {
        const story = fresh();
        tellTransport(story, script);
        const books = booksOf(story);
        expectSums(books);
        const { boxes } = ledger(story);
        // Every tube that is packed lies in one box, with its people.
        const inBoxes = boxes.reduce((sum, { content }) => sum + content.people, 0);
        expect(inBoxes).toBe(books.total.inPackedTubes);
        for (const { code, content, box } of boxes) {
          if (box === null) expect(content.tubes, code).toBe(0);
        }
      }),
      runs,
    );
  });

  it('come to the same in whatever order the phones sync', () => {
    fc.assert(
      fc.property(aTransportScript, fc.infiniteStream(fc.nat()), (script, order) => {
        const [one, other] = [fresh(), fresh()];
        tellTransport(one, script);
        tellTransport(other, shuffled(script, order));
        expect(comesTo(booksOf(other))).toEqual(comesTo(booksOf(one)));
        expect(transportOf(ledger(other))).toEqual(transportOf(ledger(one)));
      }),
      runs,
    );
  });

  it('never show as done what only one side has signed', () => {
    fc.assert(
      fc.property(aTransportScript, (script) => {
        const story = fresh();
        tellTransport(story, script);
        const { boxes, transfers } = ledger(story);
        const done = new Set(boxes.flatMap(({ custody }) => custody.steps.map((step) => step.transferId)));
        for (const transfer of transfers) {
          const { given, received, state } = standing(transfer);
          expect(state === 'confirmed').toBe(given !== null && received !== null && given.by !== received.by);
          if (done.has(transfer.id)) expect(state).toBe('confirmed');
        }
      }),
      runs,
    );
  });
});

describe('what of boxes does not agree', () => {
  const at = (minute: number) => MORNING + minute * MINUTE;
  const gapsOf = (story: Story) =>
    boxGaps(ledger(story)).map(({ kind, subject, said }) => [kind, subject, said]);
  const packed = () => {
    const story = Story.opened();
    fillTube(story, 'T1', 0, 10, { at: at(1) });
    story.tell(packDeed(story, 'B1', ['T1'], at(20)));
    return story;
  };

  it('a box neither sealed nor handed over, then one of both, then nothing', () => {
    const story = packed();
    expect(gapsOf(story)).toEqual([['box-not-sealed', 'B1', '1']]);
    seal(story, 'B1', { at: at(21) });
    expect(gapsOf(story)).toEqual([['box-not-handed-over', 'B1', '1']]);
    story.tell(giveDeed(story, 'V1', [{ code: 'B1', tubes: 1 }], { by: 'anna', at: at(30) }));
    expect(gapsOf(story)).toEqual([['handover-waiting', 'V1', 'waiting-for-receiver']]);
    story.tell(paperDeed(story, 'V1', [{ code: 'B1', tubes: 1 }]));
    expect(gapsOf(story)).toEqual([]);
  });

  it('a box that a hand-over names and nobody has packed', () => {
    const story = packed();
    seal(story, 'B1', { at: at(21) });
    const boxes = ['B1', 'B9'].map((code) => ({ code, tubes: 1 }));
    story.tell(giveDeed(story, 'V1', boxes, { by: 'anna', courier: '张师傅', at: at(30) }));
    expect(gapsOf(story)).toEqual([['box-missing', 'B9', '']]);
    // Its phone syncs at last.
    story.tell(packDeed(story, 'B9', ['T7'], at(19)));
    expect(gapsOf(story)).toEqual([['box-not-sealed', 'B9', '1']]);
  });

  it('one box given to two couriers', () => {
    const story = packed();
    seal(story, 'B1', { at: at(21) });
    for (const code of ['V1', 'V2']) {
      const deed = giveDeed(story, code, [{ code: 'B1', tubes: 1 }], { courier: '张师傅', at: at(30) });
      story.tell({ ...deed, by: code });
    }
    expect(gapsOf(story).map(([kind]) => kind)).toEqual(['given-twice']);
  });
});
