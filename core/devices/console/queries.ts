import { moduleClient } from '#kernel/ui/query.ts';
import type { devicesQueries } from '../contract/queries.ts';

export const devices = moduleClient<typeof devicesQueries>('devices');
