import { ProblemError } from '#kernel/problem/problem.ts';
import '#kernel/db/messages/index.ts';
import '#kernel/ui/messages/index.ts';
import { problemText, translator } from '#kernel/ui/text.ts';
import { text } from './messages/index.ts';
import { type Cli, UsageError } from './verb.ts';
import { verbs } from './verbs.ts';

/**
 * `concerto <verb> [options]`.
 * @returns the exit status: 0 done, 1 failed, 2 wrongly called
 */
export async function runCli(args: readonly string[], cli: Cli): Promise<number> {
  const [name, ...rest] = args;
  const load = Object.entries(verbs).find(([verb]) => verb === name)?.[1];
  if (!load) {
    if (name !== undefined && !['help', '--help', '-h'].includes(name)) {
      console.error(cli.t('verb-unknown', { verb: name }));
    }
    for (const line of usage(cli)) cli.say(line);
    return name === 'help' || name === '--help' || name === '-h' ? 0 : 2;
  }
  try {
    return await (await load()).run(rest, cli);
  } catch (error) {
    return tell(error, cli);
  }
}

function tell(error: unknown, cli: Cli): number {
  if (error instanceof UsageError || isOptionError(error)) {
    console.error(cli.t('option-wrong', { reason: error.message }));
    return 2;
  }
  if (error instanceof ProblemError) console.error(problemText(error.problem, cli.language));
  else console.error(cli.t('failed', { reason: error instanceof Error ? error.message : String(error) }));
  return 1;
}

/** What `node:util` parseArgs throws at an option it does not know. */
function isOptionError(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}

function usage(cli: Cli): string[] {
  const names = Object.keys(verbs) as (keyof typeof verbs)[];
  return [
    cli.t('usage'),
    '',
    cli.t('usage-verbs'),
    ...names.map((verb) => `  ${verb.padEnd(10)} ${cli.t(`verb.${verb}`)}`),
  ];
}

/** Chinese where the terminal says so, and where it says nothing. */
export function cliOf(env: Cli['env']): Cli {
  const said = env.LC_ALL || env.LC_MESSAGES || env.LANG || '';
  const language = /^en/i.test(said) ? 'en' : 'zh-CN';
  return {
    env,
    language,
    t: translator(text, language),
    say: (line) => void process.stdout.write(`${line}\n`),
  };
}

if (process.argv[1] && import.meta.filename === process.argv[1]) {
  process.exitCode = await runCli(process.argv.slice(2), cliOf(process.env));
}
