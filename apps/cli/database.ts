import { type EmbeddedServer, startEmbedded } from '#kernel/db/embedded/embedded.ts';
import type { CliConfig } from './config.ts';

/** The database a verb works on, and how to let go of it. */
export interface CliDatabase {
  readonly url: string;
  /** Null with `DATABASE_URL`. */
  readonly embedded: EmbeddedServer | null;
  /** Stops the embedded server if this process started it or took it over. */
  release(): Promise<void>;
}

/**
 * @param waitMs how long another may go on holding the folder: one that looked in while this one had let go of it
 * @param join true for verbs that may run beside `start`: they use its server and leave it running
 * @throws `db.already-running` without `join`; see `startEmbedded`
 */
export async function openCliDatabase(
  config: Pick<CliConfig, 'databaseUrl' | 'dataFolder'>,
  join: boolean,
  waitMs = 0,
): Promise<CliDatabase> {
  if (config.databaseUrl !== null) {
    return { url: config.databaseUrl, embedded: null, release: async () => undefined };
  }
  const embedded = await startEmbedded({ dataFolder: config.dataFolder, join, waitMs });
  return { url: embedded.url, embedded, release: () => embedded.stop() };
}

/** Works on the database and lets go of it. Where both fail, as on a full disk, the work's error is the one to tell. */
export async function withDatabase<T>(
  config: Pick<CliConfig, 'databaseUrl' | 'dataFolder'>,
  join: boolean,
  work: (url: string) => Promise<T>,
): Promise<T> {
  const database = await openCliDatabase(config, join);
  let result: T;
  try {
    result = await work(database.url);
  } catch (error) {
    // The error of the work is told; that the database did not stop either would only hide it.
    await database.release().catch(() => undefined);
    throw error;
  }
  await database.release();
  return result;
}
