import type { queries as placesQueries } from '#core/places/contract.ts';
import { moduleClient } from '#kernel/ui/query.ts';
import type { queries } from '../../contract/queries.ts';

export const gates = moduleClient<typeof queries>('gates');
export const places = moduleClient<typeof placesQueries>('places');
