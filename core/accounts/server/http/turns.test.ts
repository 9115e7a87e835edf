import { describe, expect, it } from 'vitest';
import { turns } from './turns.ts';

describe('turns', () => {
  it('lets the second with a key begin when the first is done, and others at once', async () => {
    const inTurn = turns();
    const said: string[] = [];
    let open = () => {};
    const gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    const first = inTurn('a', async () => {
      await gate;
      said.push('first');
    });
    const second = inTurn('a', async () => void said.push('second'));
    await inTurn('b', async () => void said.push('other'));
    expect(said).toEqual(['other']);
    open();
    await Promise.all([first, second]);
    expect(said).toEqual(['other', 'first', 'second']);
  });

  it('goes on after work that failed', async () => {
    const inTurn = turns();
    const failed = inTurn('a', async () => {
      throw new Error('no');
    });
    const next = inTurn('a', async () => 'yes');
    await expect(failed).rejects.toThrow('no');
    expect(await next).toBe('yes');
  });
});
