/** What runs in the page, each function by itself: a hand scanner, a clock, a thumb. */

export interface Shown {
  /** From the scanner's last key until the answer was in the page, ms, and until it was painted. */
  readonly inPageMs: number;
  readonly paintedMs: number;
  readonly verdict: string;
}

/** Types the code as a scanner does and waits for the answer to be on the screen. */
export function scan(code: string): Promise<Shown> {
  return new Promise((resolve, reject) => {
    const press = (key: string) =>
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    for (const key of code) press(key);
    const patience = setTimeout(() => reject(new Error('no answer within ten seconds')), 10_000);
    const begun = performance.now();
    const watch = new MutationObserver(() => {
      const answer = document.querySelector('.gate-verdict');
      if (!answer) return;
      watch.disconnect();
      clearTimeout(patience);
      const inPageMs = performance.now() - begun;
      // A message that is sent from a frame's own work arrives when that frame has been painted.
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => {
          const verdict = /gate-verdict-(\w+)/.exec(answer.className)?.[1] ?? '';
          resolve({ inPageMs, paintedMs: performance.now() - begun, verdict });
        };
        port2.postMessage(null);
      });
    });
    watch.observe(document.body, { childList: true, subtree: true });
    press('Enter');
  });
}

/**
 * Records what the answer proposes, so that work waits in the outbox as on a shift; where the leader would have to be asked,
 * leaves it. Resolves when the lane is free.
 */
export function record(verdict: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const deeds = [...document.querySelectorAll<HTMLElement>('.gate-deeds button')];
    (verdict === 'ask' ? deeds.at(-1) : deeds[0])?.click();
    const begun = performance.now();
    const look = () => {
      if (!document.querySelector('.gate-answer')) resolve();
      else if (performance.now() - begun > 10_000) reject(new Error('the answer stays'));
      else setTimeout(look, 20);
    };
    look();
  });
}
