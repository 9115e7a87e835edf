import fc from 'fast-check';
import { idSource, MINUTE, MORNING } from './area.ts';
import { aScript, type Step, shuffled, tellAll } from './scripts.ts';
import type { Deed, Story } from './story.ts';

/** One thing done with boxes; few boxes, people and codes, so that they collide often. */
type BoxStep = {
  readonly do: 'seal' | 'count' | 'give' | 'take' | 'finger' | 'paper';
  readonly box: number;
  readonly code: number;
  readonly who: number;
  readonly tubes: number;
  readonly minute: number;
  readonly n: number;
};

export type TransportStep = Step | BoxStep;

const boxStep: fc.Arbitrary<BoxStep> = fc.record({
  do: fc.constantFrom('seal', 'count', 'give', 'take', 'finger', 'paper'),
  box: fc.nat(2),
  code: fc.nat(3),
  who: fc.nat(2),
  tubes: fc.nat(4),
  minute: fc.nat(120),
  n: fc.constant(0),
});

/** A day of sampling, packing and handing over; each deed has its own number, from which its ids follow. */
export const aTransportScript: fc.Arbitrary<TransportStep[]> = fc
  .tuple(aScript, fc.array(boxStep, { maxLength: 30 }), fc.infiniteStream(fc.nat()))
  .map(([swabs, boxes, order]) =>
    shuffled<TransportStep>([...swabs, ...boxes], order).map((one, n) => ({ ...one, n })),
  );

/** Everything told in that order; sampling and packing as `scripts.ts` has it. */
export function tellTransport(story: Story, script: readonly TransportStep[]): void {
  for (const one of script) {
    if (one.do === 'sample' || one.do === 'pack') tellAll(story, [one]);
    else story.tell(deedOf(story, one));
  }
}

function deedOf(story: Story, one: BoxStep): Deed {
  const { roundId } = story.round;
  const newId = idSource(20_000 + one.n);
  const boxCode = `B${one.box}`;
  const code = `V${one.code}`;
  const boxes = [{ code: boxCode, tubes: one.tubes }];
  const destination = one.code === 3 ? ('laboratory' as const) : ('courier' as const);
  const side = { roundId, sideId: newId(), code, destination, boxes };
  const signer = { name: '张师傅', organisation: '', plate: '' };
  const stamp = { at: MORNING + one.minute * MINUTE, by: `member-${one.who}` };
  switch (one.do) {
    case 'seal':
      return { kind: 'testing.seal-box', body: { roundId, boxId: newId(), boxCode }, ...stamp };
    case 'count':
      return {
        kind: 'testing.count-box',
        body: { roundId, countId: newId(), boxCode, tubes: one.tubes },
        ...stamp,
      };
    case 'give':
      return { kind: 'testing.give-boxes', body: side, ...stamp };
    case 'take':
      return {
        kind: 'testing.take-boxes',
        body: { ...side, boxCount: 1, tubeCount: one.tubes },
        ...stamp,
      };
    case 'finger': {
      const receiver = { sideId: newId(), signer: { ...signer, drawing: '0000' } };
      return { kind: 'testing.give-boxes', body: { ...side, receiver }, ...stamp };
    }
    case 'paper': {
      const { sideId, ...paper } = side;
      const given = { sideId, signer };
      const received = { sideId: newId(), signer };
      const body = { ...paper, handedAt: stamp.at, given, received };
      return { kind: 'testing.record-handover', body, ...stamp, at: MORNING + 600 * MINUTE };
    }
  }
}
