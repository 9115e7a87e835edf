import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LivePace } from './live-pace.ts';

/** A server that answers after so long. */
function stand(answersAfterMs: number) {
  const asked: number[] = [];
  const pace = new LivePace(() => {
    asked.push(performance.now());
    return new Promise((resolve) => setTimeout(resolve, answersAfterMs));
  });
  return { asked, pace };
}

beforeEach(() => {
  vi.useFakeTimers({ now: 0 });
});
afterEach(() => {
  vi.useRealTimers();
});

/** The area changes every 50 ms for so long. */
async function moveFor(pace: LivePace, ms: number): Promise<void> {
  for (let at = 0; at < ms; at += 50) {
    pace.moved();
    await vi.advanceTimersByTimeAsync(50);
  }
}

describe('an open console', () => {
  it('asks once for many changes, soon after the first', async () => {
    const { asked, pace } = stand(30);
    await moveFor(pace, 200);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(asked).toEqual([400]);
  });

  it('asks about twice a second while the area goes on changing and answers are quick', async () => {
    const { asked, pace } = stand(30);
    await moveFor(pace, 4_000);
    expect(asked).toHaveLength(9);
  });

  it('has one round under way at a time, and rests as long as that took', async () => {
    const { asked, pace } = stand(1_500);
    await moveFor(pace, 10_000);
    expect(asked).toEqual([400, 3_400, 6_400, 9_400]);
  });

  it('shows the last change after a round that began before it', async () => {
    const { asked, pace } = stand(300);
    pace.moved();
    await vi.advanceTimersByTimeAsync(500);
    pace.moved();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(asked).toEqual([400, 1_100]);
  });

  it('never rests longer than five seconds', async () => {
    const { asked, pace } = stand(15_000);
    await moveFor(pace, 30_000);
    expect(asked).toEqual([400, 20_400]);
  });

  it('asks again though an answer never came', async () => {
    const { asked, pace } = stand(10 ** 9);
    await moveFor(pace, 30_000);
    expect(asked).toEqual([400, 25_400]);
  });

  it('is quick again once answers are', async () => {
    let takes = 3_000;
    const asked: number[] = [];
    const pace = new LivePace(() => {
      asked.push(performance.now());
      return new Promise((resolve) => setTimeout(resolve, takes));
    });
    pace.moved();
    await vi.advanceTimersByTimeAsync(3_400);
    takes = 20;
    pace.moved();
    await vi.advanceTimersByTimeAsync(3_100);
    pace.moved();
    await vi.advanceTimersByTimeAsync(500);
    expect(asked).toEqual([400, 6_400, 6_900]);
  });

  it('asks nothing more once it is closed', async () => {
    const { asked, pace } = stand(30);
    pace.moved();
    pace.stop();
    await vi.advanceTimersByTimeAsync(2_000);
    expect(asked).toEqual([]);
  });
});
