import { moduleClient } from '#kernel/ui/query.ts';
import type { handoversQueries } from '../contract/queries.ts';

export const handovers = moduleClient<typeof handoversQueries>('handovers');
