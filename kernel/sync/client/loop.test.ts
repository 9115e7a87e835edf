import { describe, expect, it } from 'vitest';
import { SyncLoop } from './loop.ts';
import { DirectTransport, TestBrowser } from './testing/phone.ts';
import { ReferenceServer } from './testing/reference-server.ts';
import { TransportFault } from './transport.ts';

function runningLoop() {
  const browser = new TestBrowser(1);
  const transport = new DirectTransport(new ReferenceServer(), 'an');
  const it = { tries: 0, fault: null as TransportFault | null, stopped: false, seen: 0, offline: 0 };
  const loop = new SyncLoop({
    environment: browser,
    transport,
    sync: async () => {
      it.tries += 1;
      if (it.fault) throw it.fault;
    },
    seen: () => it.seen,
    stopped: () => it.stopped,
    onOffline: () => {
      it.offline += 1;
    },
  });
  const settle = () => new Promise((resolve) => setTimeout(resolve, 0));
  const fire = async () => {
    for (const [id, timer] of [...browser.timers]) {
      browser.timers.delete(id);
      timer.run();
    }
    await settle();
  };
  const waits = () => [...browser.timers.values()].map((timer) => timer.ms);
  return { browser, transport, it, loop, settle, fire, waits };
}

describe('the loop', () => {
  it('does nothing before it is started, and tries at once then', async () => {
    const { loop, it: seen, settle, waits } = runningLoop();
    loop.nudge();
    await settle();
    expect(seen.tries).toBe(0);
    loop.start();
    await settle();
    expect(seen.tries).toBe(1);
    expect(waits()).toEqual([60_000]);
  });

  it('waits longer after each failure, and tries at once when the page wakes', async () => {
    const { browser, loop, it: seen, settle, fire, waits } = runningLoop();
    seen.fault = new TransportFault('unreachable');
    loop.start();
    await settle();
    const [first] = waits();
    for (let i = 0; i < 4; i++) await fire();
    const [later] = waits();
    expect(first).toBeLessThanOrEqual(1000);
    expect(later).toBeGreaterThanOrEqual(8000);
    seen.fault = null;
    browser.wakeUp();
    await settle();
    expect(seen.tries).toBe(6);
    expect(waits()).toEqual([60_000]);
  });

  it('waits as long as the server asks', async () => {
    const { loop, it: seen, settle, waits } = runningLoop();
    seen.fault = new TransportFault('unreachable', 30_000);
    loop.start();
    await settle();
    expect(waits()).toEqual([30_000]);
  });

  it('rests when the user must act first', async () => {
    const { browser, loop, it: seen, settle, waits, transport } = runningLoop();
    loop.start();
    await settle();
    seen.stopped = true;
    seen.fault = new TransportFault('signed-out');
    browser.wakeUp();
    await settle();
    expect(seen.tries).toBe(1);
    seen.stopped = false;
    browser.wakeUp();
    await settle();
    expect(seen.tries).toBe(2);
    expect(transport.listeners.size).toBe(1);
    expect(waits()).toHaveLength(1);
  });

  it('pulls soon after a newer version, not after one it holds', async () => {
    const { loop, it: seen, settle, fire, waits, transport } = runningLoop();
    loop.start();
    await settle();
    seen.seen = 5;
    for (const listener of transport.listeners) listener.onVersion(5);
    expect(waits()).toEqual([60_000]);
    for (const listener of transport.listeners) listener.onVersion(6);
    expect(waits()[0]).toBeLessThan(1500);
    await fire();
    expect(seen.tries).toBe(2);
  });

  it('closes the stream when the network goes, and opens it again', async () => {
    const { browser, loop, it: seen, settle, transport } = runningLoop();
    loop.start();
    await settle();
    expect(transport.listeners.size).toBe(1);
    browser.goOffline();
    expect(transport.listeners.size).toBe(0);
    expect(seen.offline).toBe(1);
    browser.wakeUp();
    await settle();
    expect(transport.listeners.size).toBe(1);
    loop.close();
    expect(transport.listeners.size).toBe(0);
    expect(browser.timers.size).toBe(0);
  });
});
