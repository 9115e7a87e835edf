import type { queries as placesQueries } from '#core/places/contract.ts';
import { moduleClient } from '#kernel/ui/query.ts';
import type { zonesQueries } from '../contract.ts';

export const zones = moduleClient<typeof zonesQueries>('zones');
/** The places that can be declared something. */
export const places = moduleClient<typeof placesQueries>('places');
