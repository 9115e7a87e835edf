import { useProjection } from '#kernel/sync/client/hooks.ts';
import type { PhoneState } from './phone-state.ts';
import { projection } from './projection.ts';

/** The whole state, drawn again when anything of it moves: it is changed in place, so a new wrapper marks each look. */
export const useGates = (): PhoneState => useProjection(projection, (state) => ({ state })).state;
