import type { accountsQueries } from '#core/accounts/contract.ts';
import { moduleClient } from '#kernel/ui/query.ts';
import type { rosterQueries } from '../contract.ts';

export const roster = moduleClient<typeof rosterQueries>('roster');
/** Whom duties can be given to. */
export const accounts = moduleClient<typeof accountsQueries>('accounts');
