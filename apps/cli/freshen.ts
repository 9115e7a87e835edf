import { migrations } from '#apps/server/migrations.ts';
import { noteFresh } from '#core/closing/module.ts';
import { freshenHouse } from '#kernel/backup/fresh-house.ts';
import type { CliConfig } from './config.ts';
import type { CliDatabase } from './database.ts';

/** Makes the embedded database anew for the closings that wait for it; nobody may have it open. It is stopped then. */
export async function freshen({ dataFolder }: CliConfig, { embedded }: CliDatabase): Promise<void> {
  if (!embedded) throw new Error('a database of another’s is not made anew');
  await noteFresh(dataFolder, await freshenHouse(embedded, dataFolder, migrations));
}
