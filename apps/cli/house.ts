import { type House, openHouse } from '#apps/server/house.ts';
import { migrations } from '#apps/server/migrations.ts';
import { migrate } from '#kernel/db/migrate.ts';
import { readConfig } from './config.ts';
import { openCliDatabase } from './database.ts';
import { cliLog } from './log.ts';
import type { Cli } from './verb.ts';

/** Runs a verb's work inside the house, on a migrated database, beside a running `start` or without one. */
export async function withHouse<T>(cli: Cli, work: (house: House) => Promise<T>): Promise<T> {
  const config = readConfig(cli);
  const database = await openCliDatabase(config, true);
  try {
    await migrate(database.url, migrations);
    const house = await openHouse({
      databaseUrl: database.url,
      dataFolder: config.dataFolder,
      log: cliLog(cli),
    });
    try {
      return await work(house);
    } finally {
      await house.close();
    }
  } finally {
    await database.release();
  }
}
