import { beforeEach, describe, expect, it } from 'vitest';
import { stepUpCell, withStepUp } from './step-up.ts';

const STEP_UP = { code: 'accounts.step-up', number: 1038, details: { minutes: 10 } };
let tries: number;
beforeEach(() => {
  tries = 0;
});

/** Refused until it is shown; counts the tries. */
const anExport = (isShown: () => boolean) => async () => {
  tries += 1;
  if (!isShown()) throw STEP_UP;
  return 'sheet';
};

describe('what the server wants shown for', () => {
  it('is done once more when the person has shown it', async () => {
    let shown = false;
    const done = withStepUp(anExport(() => shown));
    await expect.poll(() => stepUpCell.get()).not.toBeNull();
    shown = true;
    stepUpCell.get()?.answer(true);
    expect(await done).toBe('sheet');
    expect(tries).toBe(2);
    expect(stepUpCell.get()).toBeNull();
  });

  it('is left when the person does not, with the server’s own word', async () => {
    const done = withStepUp(anExport(() => false));
    await expect.poll(() => stepUpCell.get()).not.toBeNull();
    stepUpCell.get()?.answer(false);
    await expect(done).rejects.toEqual(STEP_UP);
    expect(tries).toBe(1);
  });

  it('asks nothing for another refusal, nor when nothing is refused', async () => {
    const other = { code: 'query.not-allowed', number: 1, details: {} };
    await expect(withStepUp(() => Promise.reject(other))).rejects.toBe(other);
    expect(await withStepUp(anExport(() => true))).toBe('sheet');
    expect(stepUpCell.get()).toBeNull();
  });

  it('lets the former wait no longer when a second one asks', async () => {
    const first = withStepUp(anExport(() => false));
    await expect.poll(() => stepUpCell.get()).not.toBeNull();
    const second = withStepUp(anExport(() => false));
    await expect(first).rejects.toEqual(STEP_UP);
    await expect.poll(() => stepUpCell.get()).not.toBeNull();
    stepUpCell.get()?.answer(false);
    await expect(second).rejects.toEqual(STEP_UP);
  });
});
