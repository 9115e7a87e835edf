import type { StorageState } from './state.ts';

/** A long day of one phone: some hundred entries, and photos that wait for a network. */
export const LONG_DAY_BYTES = 30 * 1024 * 1024;

export type Room =
  | { readonly is: 'enough' }
  /** What the browser still gives, bytes. */
  | { readonly is: 'little'; readonly left: number }
  | { readonly is: 'none' };

/** Whether what is still to be done today can be kept on the phone. Where the browser tells no figures, only what failed counts. */
export function roomOn({ full, usage, quota }: Pick<StorageState, 'full' | 'usage' | 'quota'>): Room {
  if (full) return { is: 'none' };
  if (usage === null || quota === null) return { is: 'enough' };
  const left = Math.max(0, quota - usage);
  return left < LONG_DAY_BYTES ? { is: 'little', left } : { is: 'enough' };
}
