import type { queries as peopleQueries } from '#core/people/contract.ts';
import type { queries as placesQueries } from '#core/places/contract.ts';
import { moduleClient } from '#kernel/ui/query.ts';
import type { queries } from '../contract/queries.ts';

export const testing = moduleClient<typeof queries>('testing');
export const places = moduleClient<typeof placesQueries>('places');
export const people = moduleClient<typeof peopleQueries>('people');
