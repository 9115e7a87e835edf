import type { queries as placesQueries } from '#core/places/contract.ts';
import { moduleClient } from '#kernel/ui/query.ts';
import type { codesQueries } from '../contract/commands.ts';

export const codes = moduleClient<typeof codesQueries>('codes');
/** Which doors there are. */
export const places = moduleClient<typeof placesQueries>('places');
