import { rm } from 'node:fs/promises';
import { type EmbeddedServer, startEmbedded } from '../db/embedded/embedded.ts';
import { declareReady, dropUnready, freshFolder, takeFreshIn } from '../db/embedded/fresh-cluster.ts';
import type { ModuleMigrations } from '../db/migration-files.ts';
import { copyHouse, type HouseSum } from './copy-house.ts';

/**
 * Makes the embedded database anew out of its rows and deletes the old folder: what was deleted before is then neither
 * in a table, an index, statistics nor the write-ahead log. Nobody may be working with it. A failure before the new
 * one is whole leaves the old one as it was; afterwards the next start goes on.
 * @param server of that data folder, held by this process; it is stopped
 */
export async function freshenHouse(
  server: EmbeddedServer,
  dataFolder: string,
  modules: readonly ModuleMigrations[],
): Promise<HouseSum> {
  await dropUnready(dataFolder);
  let sum: HouseSum;
  const fresh = await startEmbedded({ dataFolder: freshFolder(dataFolder) });
  try {
    sum = await copyHouse(server.url, fresh.url, modules);
  } catch (error) {
    await fresh.stop();
    await rm(freshFolder(dataFolder), { recursive: true, force: true });
    throw error;
  }
  await fresh.stop();
  await server.stop();
  await declareReady(dataFolder);
  await takeFreshIn(dataFolder);
  return sum;
}
