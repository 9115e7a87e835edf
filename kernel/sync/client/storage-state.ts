import type { Environment } from './environment.ts';
import type { StorageState } from './state.ts';

type Measured = Omit<StorageState, 'full' | 'lost'>;

/** Asks the browser not to evict this origin's data; an installed page usually gets it without a question. */
export async function askToPersist(storage: Environment['storage']): Promise<Measured> {
  if (storage?.persisted && storage.persist && !(await storage.persisted())) await storage.persist();
  return measureStorage(storage);
}

/** Older browsers know parts of this only, or nothing. */
export async function measureStorage(storage: Environment['storage']): Promise<Measured> {
  const persisted = storage?.persisted ? await storage.persisted() : null;
  const estimate = storage?.estimate ? await storage.estimate() : {};
  return { persisted, usage: estimate.usage ?? null, quota: estimate.quota ?? null };
}
