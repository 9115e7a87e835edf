import { describe, expect, it } from 'vitest';
import { Turnstile } from './turnstile.ts';

/** Work that ends when it is told to. */
function heldWork() {
  const begun: number[] = [];
  const ends = new Map<number, (fail?: Error) => void>();
  const work = (n: number) => () =>
    new Promise<number>((resolve, reject) => {
      begun.push(n);
      ends.set(n, (fail) => (fail ? reject(fail) : resolve(n)));
    });
  return { begun, work, end: (n: number, fail?: Error) => ends.get(n)?.(fail) };
}

const settle = () => new Promise((resolve) => setImmediate(resolve));

describe('a turnstile', () => {
  it('lets in as many as it has places, the rest in the order they came', async () => {
    const { begun, work, end } = heldWork();
    const turnstile = new Turnstile(2);
    const all = [1, 2, 3, 4].map((n) => turnstile.pass(work(n)));
    await settle();
    expect(begun).toEqual([1, 2]);
    end(2);
    await settle();
    expect(begun).toEqual([1, 2, 3]);
    end(1);
    await settle();
    expect(begun).toEqual([1, 2, 3, 4]);
    for (const n of [3, 4]) end(n);
    expect(await Promise.all(all)).toEqual([1, 2, 3, 4]);
  });

  it('hands the place on when the work fails, and tells who asked', async () => {
    const { begun, work, end } = heldWork();
    const turnstile = new Turnstile(1);
    const failing = turnstile.pass(work(1));
    const next = turnstile.pass(work(2));
    await settle();
    end(1, new Error('lost'));
    await expect(failing).rejects.toThrow('lost');
    await settle();
    expect(begun).toEqual([1, 2]);
    end(2);
    await next;
    const later = turnstile.pass(work(3));
    await settle();
    expect(begun).toEqual([1, 2, 3]);
    end(3);
    await later;
  });
});
