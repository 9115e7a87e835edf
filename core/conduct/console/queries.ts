import { moduleClient } from '#kernel/ui/query.ts';
import type { conductQueries } from '../contract/queries.ts';

export const conduct = moduleClient<typeof conductQueries>('conduct');
