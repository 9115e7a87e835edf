import { useProjection } from '#kernel/sync/client/hooks.ts';
import type { MyPass } from '../contract.ts';
import { minePasses } from './projection.ts';

/** Not over, the one that lasts longest first. @param now epoch ms */
export function useMine(now: number): readonly MyPass[] {
  const all = useProjection(minePasses, (state) => [...state.values()]);
  return all.filter(({ validUntil }) => validUntil > now).sort((a, b) => b.validUntil - a.validUntil);
}
