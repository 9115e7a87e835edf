import { parseArgs } from 'node:util';
import type { RunningServer, ServerTls } from '#apps/server/config.ts';
import { openHouse } from '#apps/server/house.ts';
import { startServer } from '#apps/server/main.ts';
import { migrations } from '#apps/server/migrations.ts';
import { migrate } from '#kernel/db/migrate.ts';
import { closingHelp } from './closing-help.ts';
import { type CliConfig, readConfig } from './config.ts';
import { type CliDatabase, openCliDatabase } from './database.ts';
import { freshen } from './freshen.ts';
import { greet, seconds } from './greet.ts';
import { cliLog } from './log.ts';
import { backUpEachNight } from './nightly.ts';
import { openTls } from './tls.ts';
import { type Cli, UsageError, type Verb } from './verb.ts';
import { buildWeb, webBuildState } from './web-build.ts';

/** `concerto start`: the whole house, until Ctrl-C, SIGTERM or the end of its database. */
export const start: Verb = {
  async run(args, cli) {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { port: { type: 'string' }, demo: { type: 'boolean' }, tls: { type: 'string' } },
      allowPositionals: true,
    });
    const config = readConfig(cli, values.port);
    const tls = await openTls(values.tls, positionals, config, cli);
    const stop = stopSignal();
    if (config.databaseUrl === null) cli.say(cli.t('database-starting'));
    let run: Run = { config, tls, demo: values.demo ?? false, isAgain: false };
    for (;;) {
      const end = await runOnce(run, stop, cli);
      if (end.why === 'freshen') run = { ...run, ...end.again, demo: false, isAgain: true };
      else {
        if (end.why === 'stop') cli.say(cli.t('stopped'));
        return end.why === 'lost' ? 1 : 0;
      }
    }
  },
};

/** A `doctor` or a backup that found nobody while the database was made anew holds it as long as it takes. */
const OTHERS_MS = 240_000;

/** A closing that could not go on, e.g. beside a backup by hand, is tried again after this. */
const RETRY_MS = 60_000;

interface Run {
  readonly config: CliConfig;
  readonly tls: ServerTls | null;
  readonly demo: boolean;
  /** On a database that was made anew: people know where it is. */
  readonly isAgain: boolean;
}

type End =
  | { readonly why: 'stop' | 'lost' }
  /** A closing asks for a new database; `again` listens where this one did. */
  | { readonly why: 'freshen'; readonly again: Pick<Run, 'config' | 'tls'> };

async function runOnce({ config, tls, demo, isAgain }: Run, stop: Promise<void>, cli: Cli): Promise<End> {
  const database = await openCliDatabase(config, false, isAgain ? OTHERS_MS : 0);
  try {
    if (database.embedded?.adopted) cli.say(cli.t('database-adopted'));
    await prepare(config, database, cli);
    if (demo) await openDemo(config, database, cli);
    const asked = new Asked();
    const server = await listen(config, database, tls, asked, cli);
    const again = onSamePorts(config, tls, server);
    const ending = new AbortController();
    const backups = backUpEachNight(config, cli, ending.signal);
    let why: End['why'];
    try {
      if (isAgain) cli.say(cli.t('closing-reopened'));
      // Once more after a closing: where nobody works any more it tells the way to begin anew.
      if (!isAgain || server.setupLink) await greet(server, cli);
      why = await Promise.race([
        stop.then(() => 'stop' as const),
        asked.once.then(() => 'freshen' as const),
        database.embedded?.lost.then(() => 'lost' as const) ?? new Promise<never>(() => undefined),
      ]);
      cli.say(cli.t(SAID[why]));
    } finally {
      ending.abort();
      await Promise.all([server.close(), backups]);
    }
    if (why !== 'freshen') return { why };
    await freshen(config, database);
    return { why, again };
  } finally {
    await database.release();
  }
}

const SAID = { stop: 'stopping', lost: 'database-lost', freshen: 'closing-fresh' } as const;

/** Settles once somebody has asked. */
class Asked {
  ask: () => void = () => undefined;
  readonly once = new Promise<void>((resolve) => {
    this.ask = resolve;
  });
}

/** Any port that was taken is kept: browsers come back to where they were. */
function onSamePorts(
  config: CliConfig,
  tls: ServerTls | null,
  { address, plainAddress }: RunningServer,
): Pick<Run, 'config' | 'tls'> {
  const portOf = (at: string) => Number(new URL(at).port);
  return {
    config: { ...config, port: portOf(plainAddress ?? address) },
    tls: tls && { ...tls, port: portOf(address) },
  };
}

async function prepare(config: CliConfig, database: CliDatabase, cli: Cli): Promise<void> {
  const applied = await migrate(database.url, migrations);
  if (applied.length > 0) cli.say(cli.t('migrated', { count: applied.length }));
  await ensureWeb(config, cli);
}

/** The generated area, filled through the one way to write; a second time it adds only what is missing. */
async function openDemo(config: CliConfig, database: CliDatabase, cli: Cli): Promise<void> {
  cli.say(cli.t('demo-building'));
  const { DEMO_AREA_NAME, seedDemo } = await import('./demo.ts');
  const { dataFolder } = config;
  const house = await openHouse({ databaseUrl: database.url, dataFolder, log: cliLog(cli) });
  try {
    const areaId = await house.areaNamed(DEMO_AREA_NAME);
    await seedDemo(house.host, house.system(areaId));
  } finally {
    await house.close();
  }
  cli.say(cli.t('demo-ready', { area: DEMO_AREA_NAME }));
}

async function listen(
  config: CliConfig,
  database: CliDatabase,
  tls: ServerTls | null,
  asked: Asked,
  cli: Cli,
): Promise<RunningServer> {
  try {
    return await startServer({
      databaseUrl: database.url,
      dataFolder: config.dataFolder,
      port: config.port,
      host: config.host,
      webRoot: config.webRoot,
      log: cliLog(cli),
      closing: closingHelp(config, database.url, asked.ask, { retryMs: RETRY_MS }),
      ...(config.publicOrigin === null ? {} : { publicOrigin: config.publicOrigin }),
      ...(tls ? { tls } : {}),
    });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
      const port = 'port' in error ? error.port : config.port;
      throw new UsageError(cli.t('port-taken', { port: String(port) }));
    }
    throw error;
  }
}

async function ensureWeb(config: CliConfig, cli: Cli): Promise<void> {
  if (!config.buildsWeb || (await webBuildState(config.webRoot)) === 'fresh') return;
  cli.say(cli.t('web-building'));
  const begun = performance.now();
  await buildWeb(config.webRoot).catch((error: unknown) => {
    throw new Error(cli.t('web-failed', { reason: error instanceof Error ? error.message : String(error) }));
  });
  cli.say(cli.t('web-built', { seconds: seconds(begun) }));
}

/** Settles at the first Ctrl-C or SIGTERM; a second one ends the process at once. */
function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}
