import { describe, expect, it } from 'vitest';
import { relayLimits } from './relay-limits.ts';

describe('how much one bringer may relay', () => {
  it('is a full outbox after a week without a network: requests cost one each', () => {
    const limits = relayLimits();
    const waits = Array.from({ length: 200 }, (_, i) => limits.ask('phone', i * 100));
    expect(waits.every((wait) => wait === 0)).toBe(true);
  });

  it('ends when what is brought is nobody’s, and comes back by waiting as long as it says', () => {
    const limits = relayLimits();
    limits.ask('stranger', 0);
    limits.charge('stranger', 40, 0);
    const wait = limits.ask('stranger', 0);
    expect(wait).toBeGreaterThan(0);
    expect(limits.ask('stranger', wait * 1000 - 1000)).toBeGreaterThan(0);
    expect(limits.ask('stranger', wait * 1000)).toBe(0);
  });

  it('is each bringer’s own', () => {
    const limits = relayLimits();
    limits.charge('stranger', 500, 0);
    expect([limits.ask('stranger', 0) > 0, limits.ask('phone', 0)]).toEqual([true, 0]);
  });

  it('never fills above full, and does not mind a clock that goes back', () => {
    const limits = relayLimits();
    limits.ask('phone', 1_000_000);
    limits.charge('phone', 31, 0);
    expect(limits.ask('phone', 0)).toBeGreaterThan(0);
  });

  it('forgets the eldest, so that strangers without number cost no memory', () => {
    const limits = relayLimits();
    limits.charge('first', 500, 0);
    for (let i = 0; i < 20_000; i++) limits.ask(`stranger ${i}`, 0);
    expect(limits.ask('first', 0)).toBe(0);
  });
});
