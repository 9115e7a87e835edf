import { SyncDatabase } from './database.ts';

/** Deletes everything this browser holds of an area, what waits there too: for an area that stands nowhere any more. */
export const dropDatabase = (areaId: string): Promise<void> => new SyncDatabase({ areaId }).delete();
