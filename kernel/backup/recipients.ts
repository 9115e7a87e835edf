import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { generateIdentity, identityToRecipient } from 'age-encryption';
import { noSuchFile } from '../no-such-file.ts';
import { ProblemError } from '../problem/problem.ts';
import { backupProblems } from './problems.ts';

/**
 * Backups are made for recipients, whose names are public and stay with the house; they are opened with a key, which
 * should lie elsewhere. Both files are those of the `age` program: lines, and remarks behind `#`.
 */
export const RECIPIENTS_FILE = 'backup-recipients.txt';
export const KEY_FILE = 'backup-key.txt';

/** `age1…` of a line each; empty where none was made yet. */
export async function readRecipients(dataFolder: string): Promise<string[]> {
  const text = await readFile(join(dataFolder, RECIPIENTS_FILE), 'utf8').catch(noSuchFile);
  return recipientsIn(text ?? '');
}

/** Throws `backup.not-a-recipient`. @param text recipients between blanks, commas or lines */
export function recipientsIn(text: string): string[] {
  const found = withoutRemarks(text)
    .split(/[\s,]+/)
    .filter(Boolean);
  for (const recipient of found) {
    if (!/^age1[a-z0-9]{20,}$/.test(recipient)) {
      throw new ProblemError(backupProblems['not-a-recipient'], { recipient: recipient.slice(0, 80) });
    }
  }
  return found;
}

export interface KeyPair {
  /** `AGE-SECRET-KEY-1…` */
  readonly key: string;
  /** `age1…` */
  readonly recipient: string;
}

export async function makeKeyPair(): Promise<KeyPair> {
  const key = await generateIdentity();
  return { key, recipient: await identityToRecipient(key) };
}

/** Written beside and renamed: a crash leaves the recipients of before. */
export async function writeRecipients(dataFolder: string, recipients: readonly string[]): Promise<void> {
  const target = join(dataFolder, RECIPIENTS_FILE);
  await writeFile(`${target}.part`, `${recipients.join('\n')}\n`, { mode: 0o600, flush: true });
  await rename(`${target}.part`, target);
}

/** Never over a file that stands. @param at epoch ms */
export const writeKey = (file: string, { key, recipient }: KeyPair, at: number): Promise<void> =>
  writeFile(file, `# created: ${new Date(at).toISOString()}\n# public key: ${recipient}\n${key}\n`, {
    mode: 0o600,
    flag: 'wx',
    flush: true,
  });

/** Keys of a file, one a line. Throws `backup.file-missing`, `backup.not-a-key`. */
export async function readKeys(file: string): Promise<string[]> {
  const text = await readFile(file, 'utf8').catch(noSuchFile);
  if (text === null) throw new ProblemError(backupProblems['file-missing'], { file });
  const keys = withoutRemarks(text).split(/\s+/).filter(Boolean);
  const wrong = keys.length === 0 || keys.some((key) => !/^AGE-SECRET-KEY-(PQ-)?1[A-Z0-9]{20,}$/.test(key));
  if (wrong) throw new ProblemError(backupProblems['not-a-key'], { file });
  return keys;
}

/** The key that still lies with the house; null where it was taken away, as it should be. */
export async function keyInHouse(dataFolder: string): Promise<KeyPair | null> {
  const file = join(dataFolder, KEY_FILE);
  if ((await readFile(file).catch(noSuchFile)) === null) return null;
  const [key = ''] = await readKeys(file);
  return { key, recipient: await identityToRecipient(key) };
}

export const forgetKeyInHouse = (dataFolder: string): Promise<void> => rm(join(dataFolder, KEY_FILE));

const withoutRemarks = (text: string): string => text.replace(/^\s*#.*$/gm, '');
