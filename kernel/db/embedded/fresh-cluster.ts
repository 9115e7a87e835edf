import { existsSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { findPostmaster, killPostmaster, stopPostmaster } from './postmaster.ts';

/**
 * Beside `postgres/`, while a server's data are made anew: a data folder of its own, with a server of its own. What
 * is deleted from a database stays in its write-ahead log, its indexes and its statistics; what was never written
 * into a new one is not there.
 */
export const freshFolder = (dataFolder: string): string => join(dataFolder, 'postgres-fresh');

const READY = 'ready';
const REPLACED = 'postgres-replaced';
const PATIENCE_MS = 20_000;

/** The new data are whole and its server has stopped: from here on they are the ones, also after a crash. */
export async function declareReady(dataFolder: string): Promise<void> {
  const file = await open(join(freshFolder(dataFolder), READY), 'w', 0o600);
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Whether new data wait for taking the place of the old ones. */
export const isReady = (dataFolder: string): boolean => existsSync(join(freshFolder(dataFolder), READY));

/** Drops new data that were never declared ready. */
export async function dropUnready(dataFolder: string): Promise<void> {
  if (isReady(dataFolder)) return;
  await stopServer(join(freshFolder(dataFolder), 'postgres'));
  await rm(freshFolder(dataFolder), { recursive: true, force: true });
}

/**
 * Puts data that were declared ready into their place and deletes the old ones with their server's log. Called before
 * every start; cut off at any point it is called again and goes on.
 */
export async function takeFreshIn(dataFolder: string): Promise<void> {
  const fresh = freshFolder(dataFolder);
  const replaced = join(dataFolder, REPLACED);
  if (isReady(dataFolder)) {
    const standing = join(dataFolder, 'postgres');
    if (existsSync(join(fresh, 'postgres'))) {
      await stopServer(standing);
      if (existsSync(standing)) {
        await rm(replaced, { recursive: true, force: true });
        await rename(standing, replaced);
      }
      await rename(join(fresh, 'postgres'), standing);
    }
    // With the password that the new server was made with.
    if (existsSync(join(fresh, 'database.json'))) {
      await rename(join(fresh, 'database.json'), join(dataFolder, 'database.json'));
    }
    await rm(join(dataFolder, 'postgres.log'), { force: true });
    await rm(replaced, { recursive: true, force: true });
    await rm(fresh, { recursive: true, force: true });
  }
}

/** One that outlived its app. */
async function stopServer(folder: string): Promise<void> {
  const running = await findPostmaster(folder);
  if (running && !(await stopPostmaster(running.pid, PATIENCE_MS))) await killPostmaster(running.pid);
}
