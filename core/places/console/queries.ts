import { moduleClient } from '#kernel/ui/query.ts';
import type { queries } from '../contract/queries.ts';

export const places = moduleClient<typeof queries>('places');
