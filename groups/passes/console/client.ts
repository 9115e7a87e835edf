import type { accountsQueries } from '#core/accounts/contract.ts';
import type { queries as placesQueries } from '#core/places/contract.ts';
import { moduleClient } from '#kernel/ui/query.ts';
import type { queries } from '../contract/queries.ts';

export const passes = moduleClient<typeof queries>('passes');
export const places = moduleClient<typeof placesQueries>('places');
export const accounts = moduleClient<typeof accountsQueries>('accounts');
