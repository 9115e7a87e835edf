import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { type Cli, UsageError } from './verb.ts';

const SHORTEST = 12;

/**
 * `CONCERTO_KEYS_PASSPHRASE`, or what is typed at the terminal without being shown.
 * @param twice typed again, as for a new one
 */
export async function askPassphrase(cli: Cli, twice: boolean): Promise<string> {
  const given = cli.env.CONCERTO_KEYS_PASSPHRASE;
  const passphrase = given || (await typed(cli, cli.t('keys-passphrase', { length: SHORTEST })));
  if ([...passphrase].length < SHORTEST)
    throw new UsageError(cli.t('keys-passphrase-short', { length: SHORTEST }));
  if (twice && !given && (await typed(cli, cli.t('keys-passphrase-again'))) !== passphrase) {
    throw new UsageError(cli.t('keys-passphrase-differs'));
  }
  return passphrase;
}

async function typed(cli: Cli, question: string): Promise<string> {
  if (!process.stdin.isTTY) throw new UsageError(cli.t('keys-passphrase-none'));
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const terminal = createInterface({ input: process.stdin, output: silent, terminal: true });
  process.stdout.write(question);
  try {
    return await new Promise((resolve) => terminal.question('', resolve));
  } finally {
    terminal.close();
    process.stdout.write('\n');
  }
}
