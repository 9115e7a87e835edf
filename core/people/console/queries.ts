import type { accountsQueries } from '#core/accounts/contract.ts';
import type { queries as placesQueries } from '#core/places/contract.ts';
import { moduleClient } from '#kernel/ui/query.ts';
import type { queries } from '../contract/queries.ts';

export const people = moduleClient<typeof queries>('people');
export const places = moduleClient<typeof placesQueries>('places');
/** Who a member is, beside what he or she looked at. */
export const accounts = moduleClient<typeof accountsQueries>('accounts');
