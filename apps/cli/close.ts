import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { type House, openHouse } from '#apps/server/house.ts';
import { migrations } from '#apps/server/migrations.ts';
import { declaredBy } from '#apps/server/modules.ts';
import type { Order, Stage } from '#core/closing/contract.ts';
import { closingFolder, type Journal, previewOf, readJournal, readJournals } from '#core/closing/module.ts';
import { commandProblems } from '#kernel/command/problems.ts';
import { migrate } from '#kernel/db/migrate.ts';
import { countText } from '#kernel/personal-data/count-text.ts';
import { ProblemError } from '#kernel/problem/problem.ts';
import { closingHelp } from './closing-help.ts';
import { type CliConfig, readConfig } from './config.ts';
import { openCliDatabase } from './database.ts';
import { freshen } from './freshen.ts';
import { withHouse } from './house.ts';
import { cliLog } from './log.ts';
import { type Cli, UsageError, type Verb } from './verb.ts';

const GRACE_MS = 10_000;
const LOOK_MS = 200;

/**
 * `concerto close --area NAME` says what would be destroyed and kept; with `--confirm NAME` and who answers for it, it
 * is done, while no `start` runs. `--now` leaves out the time to stop it, `--resume` goes on with one that was cut off.
 */
export const closeVerb: Verb = {
  async run(args, cli) {
    const { values } = parseArgs({
      args: [...args],
      options: {
        area: { type: 'string' },
        confirm: { type: 'string' },
        rule: { type: 'string' },
        responsible: { type: 'string' },
        witness: { type: 'string' },
        now: { type: 'boolean', default: false },
        resume: { type: 'boolean', default: false },
      },
    });
    const config = readConfig(cli);
    if (values.resume) return resume(config, cli);
    const area = values.area?.trim();
    if (!area) throw new UsageError(cli.t('verb.close'));
    if (values.confirm === undefined) return tellPreview(area, cli);
    const { confirm, rule, responsible, witness } = values;
    if (!rule || !responsible || !witness) throw new UsageError(cli.t('close-missing'));
    return close(config, cli, area, { areaName: confirm, rule, responsible, witness }, values.now);
  },
};

const tellPreview = (area: string, cli: Cli): Promise<number> =>
  withHouse(cli, async (house) => {
    const areaId = await areaIdOf(house, area);
    const found = await house.host.read(areaId, (tx) => previewOf(tx, declaredBy(house.modules)));
    const tell = (rows: typeof found.keeps | typeof found.destroys) => {
      for (const { name, rows: count, more } of rows) {
        const shown = count === null ? cli.t('close-later') : countText({ rows: count, more }, cli.language);
        cli.say(cli.t('close-line', { rows: shown, name: name[cli.language] }));
      }
    };
    cli.say(cli.t('close-destroys'));
    tell(found.destroys);
    cli.say(cli.t('close-keeps'));
    tell(found.keeps);
    if (found.waiting.phones > 0) cli.say(cli.t('close-phones', found.waiting));
    if (found.keyCopies.length > 0) cli.say(cli.t('close-copies', { places: found.keyCopies.join('、') }));
    cli.say(cli.t('close-how', { area }));
    return 0;
  });

async function close(config: CliConfig, cli: Cli, area: string, order: Order, now: boolean): Promise<number> {
  const graceMs = now ? 0 : GRACE_MS;
  let closingId = '';
  const stage = await inTurn(config, cli, graceMs, async (house) => {
    const areaId = await areaIdOf(house, area);
    closingId = (await house.closer.order(areaId, order, 'cli')).closingId;
    if (!now) cli.say(cli.t('close-waiting', { seconds: graceMs / 1000 }));
    const stop = () => void house.closer.stop(areaId, 'cli').catch(() => cli.say(cli.t('close-resting')));
    process.once('SIGINT', stop);
    try {
      return await watch(house, config, cli, closingId);
    } finally {
      process.off('SIGINT', stop);
    }
  });
  const last = stage === 'database' ? await inTurn(config, cli, 0, goOnWith(config, cli, closingId)) : stage;
  return tellEnd(config, cli, closingId, last);
}

async function resume(config: CliConfig, cli: Cli): Promise<number> {
  const left = (await readJournals(config.dataFolder)).filter(
    ({ stage }) => stage !== 'done' && stage !== 'stopped',
  );
  if (left.length === 0) cli.say(cli.t('close-none'));
  let status = 0;
  for (const { closingId } of left) {
    const goOn = goOnWith(config, cli, closingId);
    const stage = await inTurn(config, cli, 0, goOn);
    const last = stage === 'database' ? await inTurn(config, cli, 0, goOn) : stage;
    status = Math.max(status, await tellEnd(config, cli, closingId, last));
  }
  return status;
}

const goOnWith = (config: CliConfig, cli: Cli, closingId: string) => async (house: House) => {
  await house.closer.resume();
  return watch(house, config, cli, closingId);
};

/** The house opened by this process alone; afterwards its database is made anew if the work asked for it. */
async function inTurn(
  config: CliConfig,
  cli: Cli,
  graceMs: number,
  work: (house: House) => Promise<Stage>,
): Promise<Stage> {
  const database = await openCliDatabase(config, false);
  try {
    await migrate(database.url, migrations);
    let wanted = false;
    const house = await openHouse({
      databaseUrl: database.url,
      dataFolder: config.dataFolder,
      log: cliLog(cli),
      closing: closingHelp(
        config,
        database.url,
        () => {
          wanted = true;
        },
        { graceMs },
      ),
    });
    let stage: Stage;
    try {
      stage = await work(house);
    } finally {
      await house.close();
    }
    if (wanted) await freshen(config, database);
    return stage;
  } finally {
    await database.release();
  }
}

/** Tells each stage as it comes. @returns the last this process can reach by itself */
async function watch(house: House, { dataFolder }: CliConfig, cli: Cli, closingId: string): Promise<Stage> {
  const told = new Set<Stage>();
  for (;;) {
    const isBusy = house.closer.isBusy();
    const journal = await readJournal(dataFolder, closingId);
    if (!journal) throw new Error('the journal of the closing is gone');
    const { stage } = journal;
    if (!told.has(stage)) tellStage(cli, stage);
    told.add(stage);
    if (!isBusy) return stage;
    await sleep(LOOK_MS);
  }
}

function tellStage(cli: Cli, stage: Stage): void {
  if (stage === 'destroying' || stage === 'rows' || stage === 'database' || stage === 'backups') {
    cli.say(cli.t(`close-stage-${stage}`));
  }
}

async function tellEnd(
  { dataFolder }: CliConfig,
  cli: Cli,
  closingId: string,
  stage: Stage,
): Promise<number> {
  const journal: Journal | null = await readJournal(dataFolder, closingId);
  if (stage === 'done' && journal) {
    cli.say(cli.t('close-done', { area: journal.areaName, folder: closingFolder(dataFolder, closingId) }));
    return 0;
  }
  if (stage !== 'stopped') cli.say(cli.t('close-resting'));
  else cli.say(cli.t(journal?.because === 'failed' ? 'close-failed' : 'close-stopped'));
  return 1;
}

async function areaIdOf(house: House, name: string): Promise<string> {
  const found = (await house.areas()).find((area) => area.name === name);
  if (!found) throw new ProblemError(commandProblems['unknown-area']);
  return found.areaId;
}
