import { describe, expect, it } from 'vitest';
import { type Practised, STEPS, stepsDone } from './steps.ts';

const ME = 'me';
const fresh: Practised = {
  memberId: ME,
  samples: [],
  tubes: [],
  tubeInHand: false,
  waitedOffline: false,
  pending: 0,
  online: true,
};
const done = (change: Partial<Practised>) => [...stepsDone({ ...fresh, ...change })];

describe('what a learner has done', () => {
  it('is nothing at first, and the network being there is no step', () => {
    expect(done({})).toEqual([]);
  });

  it('is not what others did in the same world', () => {
    expect(
      done({
        samples: [{ by: 'another', voidedAt: 5 }],
        tubes: [{ openedBy: 'another', closedAt: 5 }],
      }),
    ).toEqual([]);
  });

  it('ticks the tube while it is in hand, before anybody is in it', () => {
    expect(done({ tubeInHand: true })).toEqual(['tube']);
  });

  it('ticks a person, a taking back and a closing as they happen', () => {
    expect(
      done({ samples: [{ by: ME, voidedAt: null }], tubes: [{ openedBy: ME, closedAt: null }] }),
    ).toEqual(['tube', 'person']);
    expect(done({ samples: [{ by: ME, voidedAt: 5 }] })).toEqual(['person', 'undo']);
    expect(done({ tubes: [{ openedBy: ME, closedAt: 5 }] })).toEqual(['tube', 'close']);
  });

  it('ticks the way back only once everything that waited has arrived', () => {
    expect(done({ waitedOffline: true, online: false, pending: 2 })).toEqual(['offline']);
    expect(done({ waitedOffline: true, online: true, pending: 2 })).toEqual(['offline']);
    expect(done({ waitedOffline: true, online: true, pending: 0 })).toEqual(['offline', 'online']);
  });

  it('is all of it in the end', () => {
    const all = stepsDone({
      ...fresh,
      samples: [{ by: ME, voidedAt: 1 }],
      tubes: [{ openedBy: ME, closedAt: 2 }],
      waitedOffline: true,
    });
    expect([...all].sort()).toEqual([...STEPS].sort());
  });
});
