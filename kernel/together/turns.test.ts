import { describe, expect, it } from 'vitest';
import { Turns } from './turns.ts';

describe('long pieces of work', () => {
  it('are done in the order they came, with what came in meanwhile between two', async () => {
    const turns = new Turns();
    const done: string[] = [];
    const little = () => setImmediate(() => done.push('little'));
    const work = (name: string) =>
      turns.take(() => {
        done.push(name);
        little();
      });
    await Promise.all([work('first'), work('second'), work('third')]);
    expect(done).toEqual(['first', 'little', 'second', 'little', 'third']);
  });

  it('fail alone', async () => {
    const turns = new Turns();
    const broken = turns.take(() => {
      throw new Error('cannot be read');
    });
    const next = turns.take(() => 'read');
    await expect(broken).rejects.toThrow('cannot be read');
    expect(await next).toBe('read');
  });
});
