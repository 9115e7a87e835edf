import { describe, expect, it } from 'vitest';
import { Gathered } from './gathered.ts';

/** Runs that end when the test says so; each answers what it was given, in capitals. */
function stand() {
  const runs: { lane: string; things: readonly string[]; end(): void; fail(error: Error): void }[] = [];
  const gathered = new Gathered<string, string>(
    (lane, things) =>
      new Promise((resolve, reject) => {
        const end = () => resolve(new Map(things.map((thing) => [thing, thing.toUpperCase()])));
        runs.push({ lane, things, end, fail: reject });
      }),
  );
  return { runs, gathered };
}

/** What was resolved has been heard. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('those who wait', () => {
  it('go with the next run together, each answered for what he brought, the same thing once', async () => {
    const { runs, gathered } = stand();
    const asked = [gathered.ask('gate', 'a')];
    await settled();
    asked.push(...['b', 'c', 'b'].map((thing) => gathered.ask('gate', thing)));
    expect(runs.map(({ things }) => things)).toEqual([['a']]);
    runs[0]?.end();
    await settled();
    expect(runs.map(({ things }) => things)).toEqual([['a'], ['b', 'c']]);
    runs[1]?.end();
    expect(await Promise.all(asked)).toEqual(['A', 'B', 'C', 'B']);
  });

  it('who come while the next is under way go with the one after it', async () => {
    const { runs, gathered } = stand();
    const asked = [gathered.ask('gate', 'a')];
    await settled();
    asked.push(gathered.ask('gate', 'b'));
    runs[0]?.end();
    await settled();
    asked.push(gathered.ask('gate', 'c'));
    runs[1]?.end();
    await settled();
    runs[2]?.end();
    expect(await Promise.all(asked)).toEqual(['A', 'B', 'C']);
  });

  it('fail with those they went with, and with nobody else', async () => {
    const { runs, gathered } = stand();
    const asked = [gathered.ask('gate', 'a')];
    await settled();
    asked.push(gathered.ask('gate', 'b'), gathered.ask('gate', 'c'));
    const told = Promise.allSettled(asked);
    runs[0]?.end();
    await settled();
    runs[1]?.fail(new Error('the database went away'));
    expect((await told).map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected']);
  });

  it('do not wait for another lane', async () => {
    const { runs, gathered } = stand();
    const [there, here] = [gathered.ask('there', 'a'), gathered.ask('here', 'a')];
    await settled();
    runs[1]?.end();
    expect(await here).toBe('A');
    runs[0]?.end();
    expect(await there).toBe('A');
  });
});
