import { moduleClient } from '#kernel/ui/query.ts';
import type { visitQueries } from '../../contract/visit-queries.ts';

export const gates = moduleClient<typeof visitQueries>('gates');
