import { moduleClient } from '#kernel/ui/query.ts';
import type { accountsQueries } from '../contract/queries.ts';

export const accounts = moduleClient<typeof accountsQueries>('accounts');
