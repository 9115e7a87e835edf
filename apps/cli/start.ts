import { parseArgs } from 'node:util';
import type { RunningServer } from '#apps/server/config.ts';
import { startServer } from '#apps/server/main.ts';
import { migrations } from '#apps/server/migrations.ts';
import { migrate } from '#kernel/db/migrate.ts';
import { type CliConfig, readConfig } from './config.ts';
import { type CliDatabase, openCliDatabase } from './database.ts';
import { cliLog } from './log.ts';
import { type Cli, UsageError, type Verb } from './verb.ts';
import { buildWeb, webBuildState } from './web-build.ts';

/** `concerto start`: the whole house, until Ctrl-C, SIGTERM or the end of its database. */
export const start: Verb = {
  async run(args, cli) {
    const { values } = parseArgs({
      args: [...args],
      options: { port: { type: 'string' }, demo: { type: 'boolean' } },
    });
    const begun = performance.now();
    const config = readConfig(cli, values.port);
    const stop = stopSignal();
    if (config.databaseUrl === null) cli.say(cli.t('database-starting'));
    const database = await openCliDatabase(config, false);
    let lost = false;
    try {
      if (database.embedded?.adopted) cli.say(cli.t('database-adopted'));
      const server = await open(config, database, cli);
      try {
        greet(server, cli, begun);
        lost = await Promise.race([
          stop.then(() => false),
          database.embedded?.lost.then(() => true) ?? new Promise<never>(() => undefined),
        ]);
        cli.say(cli.t(lost ? 'database-lost' : 'stopping'));
      } finally {
        await server.close();
      }
    } finally {
      await database.release();
    }
    if (!lost) cli.say(cli.t('stopped'));
    return lost ? 1 : 0;
  },
};

async function open(config: CliConfig, database: CliDatabase, cli: Cli): Promise<RunningServer> {
  const applied = await migrate(database.url, migrations);
  if (applied.length > 0) cli.say(cli.t('migrated', { count: applied.length }));
  await ensureWeb(config, cli);
  try {
    return await startServer({
      databaseUrl: database.url,
      dataFolder: config.dataFolder,
      port: config.port,
      host: config.host,
      webRoot: config.webRoot,
      log: cliLog(cli),
    });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
      throw new UsageError(cli.t('port-taken', { port: String(config.port) }));
    }
    throw error;
  }
}

async function ensureWeb(config: CliConfig, cli: Cli): Promise<void> {
  if ((await webBuildState(config.webRoot)) === 'fresh') return;
  cli.say(cli.t('web-building'));
  const begun = performance.now();
  await buildWeb(config.webRoot);
  cli.say(cli.t('web-built', { seconds: seconds(begun) }));
}

function greet(server: RunningServer, cli: Cli, begun: number): void {
  cli.say(cli.t('ready', { address: server.address, seconds: seconds(begun) }));
  if (server.setupLink) cli.say(cli.t('set-up', { link: server.setupLink }));
  cli.say(cli.t('stop-hint'));
}

/** Settles at the first Ctrl-C or SIGTERM; a second one ends the process at once. */
function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}

const seconds = (begun: number): string => ((performance.now() - begun) / 1000).toFixed(1);
