import { moduleClient } from '#kernel/ui/query.ts';
import type { queries } from '../contract/queries.ts';

export const privacy = moduleClient<typeof queries>('privacy');
