import * as z from 'zod/mini';
import type { PlaceView } from '#core/accounts/contract.ts';

/** Plain HTTP: both need a session with a place in the real area, and make what is not there yet. */
export const practicePaths = {
  /** POST, no body: {@link Entered}. Again and again is one place. */
  enter: (areaId: string): string => `/api/areas/${areaId}/practice/enter`,
  /** POST {@link resetBody}: {@link Entered}, in the world that replaced the old one. */
  reset: (areaId: string): string => `/api/areas/${areaId}/practice/reset`,
} as const;

/** Said twice, or by two leaders at once, it is one reset: only the named world is replaced. */
export const resetBody = z.object({ replaces: z.nullable(z.uuid()) });

/** The caller's place in the practice area, made or brought in step with the real one. */
export interface Entered extends PlaceView {
  readonly practisesFor: string;
  /** How many worlds there were, with this one. */
  readonly generation: number;
}
