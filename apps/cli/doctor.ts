import { parseArgs } from 'node:util';
import { ProblemError } from '#kernel/problem/problem.ts';
import { problemText } from '#kernel/ui/text.ts';
import { readConfig } from './config.ts';
import { type CliDatabase, openCliDatabase } from './database.ts';
import { backupChecks } from './doctor-backup.ts';
import type { Check } from './doctor-check.ts';
import { DATABASE_CHECKS, databaseChecks } from './doctor-database.ts';
import { machineChecks } from './doctor-machine.ts';
import type { Cli, Verb } from './verb.ts';

/**
 * `concerto doctor`: every check, and below what is not as it should be what to do about it; exit status 1 if one
 * failed. With `--json` the last line is one object.
 */
export const doctor: Verb = {
  async run(args, cli) {
    const { values } = parseArgs({ args: [...args], options: { json: { type: 'boolean' } } });
    const config = readConfig(cli);
    const checks = [...(await machineChecks(config, cli)), ...(await backupChecks(config, cli))];
    const database = await openOrNull(() => openCliDatabase(config, true));
    if (database instanceof Error) {
      const [first, ...others] = DATABASE_CHECKS;
      checks.push({ name: first, ok: false, detail: reasonOf(database, cli) });
      for (const name of others) checks.push({ name, ok: false, detail: cli.t('detail.skipped') });
    } else {
      try {
        checks.push(...(await databaseChecks(database.url, config.dataFolder, cli)));
      } finally {
        await database.release();
      }
    }
    print(checks, values.json ?? false, cli);
    return checks.every((check) => check.ok) ? 0 : 1;
  },
};

async function openOrNull(open: () => Promise<CliDatabase>): Promise<CliDatabase | Error> {
  try {
    return await open();
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

function reasonOf(error: Error, cli: Cli): string {
  return error instanceof ProblemError ? problemText(error.problem, cli.language) : error.message;
}

function print(checks: readonly Check[], json: boolean, cli: Cli): void {
  for (const { name, ok, warning, detail } of checks) {
    const words = detail ? `${cli.t(`check.${name}`)}: ${detail}` : cli.t(`check.${name}`);
    cli.say(`${ok ? (warning ? '▲' : '✓') : '✗'} ${words}`);
    if (!ok || warning) cli.say(`  → ${cli.t(`advice.${name}`)}`);
  }
  if (json) cli.say(JSON.stringify({ ok: checks.every((check) => check.ok), checks }));
}
