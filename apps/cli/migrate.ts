import { parseArgs } from 'node:util';
import { migrations } from '#apps/server/migrations.ts';
import { migrate } from '#kernel/db/migrate.ts';
import { readConfig } from './config.ts';
import { openCliDatabase } from './database.ts';
import type { Verb } from './verb.ts';

export const migrateVerb: Verb = {
  async run(args, cli) {
    parseArgs({ args: [...args], options: {} });
    const database = await openCliDatabase(readConfig(cli), true);
    try {
      const applied = await migrate(database.url, migrations);
      for (const { module, name } of applied) cli.say(`  ${module}/${name}`);
      cli.say(applied.length ? cli.t('migrated', { count: applied.length }) : cli.t('migrated-nothing'));
    } finally {
      await database.release();
    }
    return 0;
  },
};
