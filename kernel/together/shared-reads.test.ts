import { describe, expect, it } from 'vitest';
import { SharedReads } from './shared-reads.ts';

/** Readings that end when the test says so, each with what the world was when it began. */
class World {
  value = 0;
  readonly begun: { readonly value: number; end(): void; fail(error: Error): void }[] = [];

  readonly read = (): Promise<number> =>
    new Promise((resolve, reject) => {
      const { value } = this;
      this.begun.push({ value, end: () => resolve(value), fail: reject });
    });

  end(index: number): void {
    this.begun[index]?.end();
  }
}

/** What was resolved has been heard. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

/** A question is being read: those who come now come later than its reading. */
async function underWay(reads: SharedReads<number>, world: World, key = 'board'): Promise<Promise<number>[]> {
  const first = reads.ask(key, world.read);
  await settled();
  return [first];
}

describe('those who ask the same', () => {
  it('share one reading when they come in the same turn', async () => {
    const world = new World();
    const reads = new SharedReads<number>();
    const asked = [reads.ask('board', world.read), reads.ask('board', world.read)];
    world.value = 1;
    await settled();
    expect(world.begun).toHaveLength(1);
    world.end(0);
    expect(await Promise.all(asked)).toEqual([1, 1]);
  });

  it('share the one next reading when they come while one is under way, and get nothing older than their question', async () => {
    const world = new World();
    const reads = new SharedReads<number>();
    const asked = await underWay(reads, world);
    world.value = 1;
    asked.push(reads.ask('board', world.read));
    await settled();
    world.value = 2;
    asked.push(reads.ask('board', world.read));
    expect(world.begun).toHaveLength(1);
    world.end(0);
    await settled();
    expect(world.begun).toHaveLength(2);
    world.end(1);
    expect(await Promise.all(asked)).toEqual([0, 2, 2]);
  });

  it('who come while the shared one is read wait for the one after it', async () => {
    const world = new World();
    const reads = new SharedReads<number>();
    const asked = await underWay(reads, world);
    asked.push(reads.ask('board', world.read));
    world.end(0);
    await settled();
    world.value = 1;
    asked.push(reads.ask('board', world.read), reads.ask('board', world.read));
    world.end(1);
    await settled();
    world.end(2);
    expect(await Promise.all(asked)).toEqual([0, 0, 1, 1]);
    expect(world.begun).toHaveLength(3);
  });

  it('fail together and nobody else with them', async () => {
    const world = new World();
    const reads = new SharedReads<number>();
    const [first] = await underWay(reads, world);
    const second = reads.ask('board', world.read);
    world.begun[0]?.fail(new Error('the database went away'));
    await expect(first).rejects.toThrow('went away');
    await settled();
    world.end(1);
    expect(await second).toBe(0);
  });

  it('wait for nobody who asks something else', async () => {
    const world = new World();
    const reads = new SharedReads<number>();
    const [board] = await underWay(reads, world);
    const [list] = await underWay(reads, world, 'list');
    world.end(1);
    expect(await list).toBe(0);
    world.end(0);
    expect(await board).toBe(0);
  });

  it('leave nothing behind once all are answered', async () => {
    const world = new World();
    const reads = new SharedReads<number>();
    const asked = [...(await underWay(reads, world)), ...(await underWay(reads, world, 'list'))];
    asked.push(reads.ask('board', world.read));
    const told = Promise.allSettled(asked);
    expect(reads.size).toBe(2);
    world.begun[0]?.fail(new Error('the database went away'));
    await settled();
    world.end(1);
    world.end(2);
    await told;
    await settled();
    expect(reads.size).toBe(0);
  });
});
