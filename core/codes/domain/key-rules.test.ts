import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isRefused } from '#kernel/command/command.ts';
import { WorkingSet } from '#kernel/command/working-set.ts';
import type { CodesCommand } from '../contract/commands.ts';
import { decideKeys, evolveKeys, type KeyRow, type KeyState } from './key-rules.ts';
import { keyInUse, wasInUse } from './signed/keys.ts';

const idOf = (n: number) => `0190c3f0-2222-7000-8000-0000000000${String(n).padStart(2, '0')}`;

/** A life of an area's keys: each step is decided and evolved as the server does it. */
class Life {
  readonly keys = new WorkingSet<KeyRow>({});
  version = 0;

  rotate(n: number, at: number, revokeOld = false) {
    return this.apply({ kind: 'codes.rotate-key', body: { keyId: idOf(n), revokeOld } }, n, at);
  }

  revoke(n: number, at: number) {
    return this.apply({ kind: 'codes.revoke-key', body: { keyId: idOf(n) } }, n, at);
  }

  get all(): KeyRow[] {
    return [...this.keys.all()];
  }

  private apply(asks: Pick<CodesCommand, 'kind' | 'body'>, n: number, at: number): string {
    const pair = { publicKey: String(n).padStart(64, '0'), sealedSeed: Uint8Array.of(n) };
    const state: KeyState = { keys: this.keys, drawn: new Map([[idOf(n), pair]]) };
    const command = { ...asks, id: idOf(99), at, actorId: 'a', deviceId: null } as CodesCommand;
    const decision = decideKeys(state, command);
    this.version++;
    if (isRefused(decision)) return decision.refused.code;
    const { version } = this;
    const stamp = { version, commandId: command.id, actorId: 'a', deviceId: null, at, receivedAt: at };
    for (const event of decision.events) evolveKeys(state, event, stamp);
    return 'done';
  }
}

const step = fc.record({
  what: fc.constantFrom('rotate', 'rotate-revoke', 'revoke'),
  n: fc.integer({ min: 0, max: 9 }),
  wait: fc.integer({ min: -3, max: 10 }),
});

describe('whatever is done to the keys, in whatever order, with clocks going back', () => {
  const live = (steps: readonly { what: string; n: number; wait: number }[]) => {
    const life = new Life();
    let at = 100;
    for (const { what, n, wait } of steps) {
      at += wait;
      if (what === 'revoke') life.revoke(n, at);
      else life.rotate(n, at, what === 'rotate-revoke');
    }
    return life;
  };
  const holds = (check: (life: Life) => void) =>
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => check(live(steps))),
      { numRuns: 300 },
    );

  test('once there was a key, exactly one is in use', () =>
    holds((life) => {
      const open = life.all.filter((key) => key.validUntil === null && key.revokedAt === null);
      expect(open.length).toBe(life.all.length === 0 ? 0 : 1);
    }));

  test('only the key in use has a private half', () =>
    holds((life) => {
      for (const key of life.all) expect(key.sealedSeed !== null).toBe(key.validUntil === null);
    }));

  test('no key ends before it began', () =>
    holds((life) => {
      for (const key of life.all) expect(key.validUntil ?? Infinity).toBeGreaterThanOrEqual(key.validFrom);
    }));

  test('a key that is withdrawn stays so, and never signs', () =>
    holds((life) => {
      for (const key of life.all.filter((k) => k.revokedAt !== null)) {
        expect(keyInUse([key], key.validFrom)).toBeUndefined();
        expect(life.revoke(Number(key.id.slice(-2)), 9_999)).toBe('done');
        expect(life.keys.get(key.id)?.revokedAt).toBe(key.revokedAt);
      }
    }));
});

describe('one after the other', () => {
  test('the times of use meet without gap or overlap', () => {
    const life = new Life();
    life.rotate(1, 100);
    life.rotate(2, 200);
    life.rotate(3, 350);
    for (const at of [100, 199, 200, 349, 350, 10_000]) {
      expect(life.all.filter((key) => wasInUse(key, at))).toHaveLength(1);
    }
    expect(life.all.filter((key) => wasInUse(key, 99))).toEqual([]);
  });

  test('a change that also withdraws touches only the key in use', () => {
    const life = new Life();
    life.rotate(1, 100);
    life.rotate(2, 200);
    life.rotate(3, 300, true);
    expect(life.all.map((key) => key.revokedAt)).toEqual([null, 300, null]);
  });

  test('what is asked wrongly is refused by name and changes nothing', () => {
    const life = new Life();
    life.rotate(1, 100);
    const before = life.all;
    expect(life.rotate(1, 200)).toBe('codes.key-exists');
    expect(life.revoke(1, 200)).toBe('codes.key-in-use');
    expect(life.revoke(7, 200)).toBe('codes.no-such-key');
    expect(life.all).toEqual(before);
  });
});
