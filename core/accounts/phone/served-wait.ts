import { useEffect, useState } from 'react';
import { vaultsHere } from '#kernel/vault/here.ts';

/**
 * What is left of a wait after wrong PINs, ms. It is served only while this page is open, and by one tab at a time:
 * the length that is left is what is kept, so neither a reload nor another clock shortens it.
 * @param tries a change starts it again
 */
export function useServedWait(id: string, tries: number): number {
  const [left, setLeft] = useState(0);
  useEffect(() => {
    const ending = new AbortController();
    // Each change of the count asks anew how much there is to wait.
    if (tries >= 0) void alone(`concerto-wait/${id}`, ending.signal, () => serve(id, ending.signal, setLeft));
    return () => ending.abort();
  }, [id, tries]);
  return left;
}

async function serve(id: string, ended: AbortSignal, show: (left: number) => void): Promise<void> {
  let since = performance.now();
  let left = await vaultsHere().serve(id, 0);
  while (left > 0 && !ended.aborted) {
    show(left);
    await new Promise((resolve) => setTimeout(resolve, Math.min(1000, left)));
    const now = performance.now();
    left = await vaultsHere().serve(id, now - since);
    since = now;
  }
  if (!ended.aborted) show(0);
}

/** Browsers without locks serve it in every tab. */
async function alone(name: string, signal: AbortSignal, work: () => Promise<void>): Promise<void> {
  if (!navigator.locks) return work();
  try {
    await navigator.locks.request(name, { signal }, work);
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}
