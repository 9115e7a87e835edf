import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { rotateKeys } from '#core/privacy/module.ts';
import { commandProblems } from '#kernel/command/problems.ts';
import { packKeys, unpackKeys } from '#kernel/crypto/key-archive.ts';
import { ProblemError } from '#kernel/problem/problem.ts';
import { uuidv7 } from '#kernel/time-id/uuid.ts';
import { readConfig } from './config.ts';
import { withHouse } from './house.ts';
import { isKeyPath, missingFrom, readKeyFiles, writeKeyFile } from './key-files.ts';
import { askPassphrase } from './passphrase.ts';
import { type Cli, UsageError, type Verb } from './verb.ts';

/** `concerto keys export|check|restore FILE`, `concerto keys rotate AREA`. */
export const keysVerb: Verb = {
  async run(args, cli) {
    const [what, target, ...rest] = args;
    if (!target || rest.length > 0) throw new UsageError(cli.t('verb.keys'));
    switch (what) {
      case 'export':
        return exportKeys(target, cli);
      case 'check':
        return checkKeys(target, cli);
      case 'restore':
        return restoreKeys(target, cli);
      case 'rotate':
        return rotate(target, cli);
      default:
        throw new UsageError(cli.t('verb.keys'));
    }
  },
};

async function exportKeys(file: string, cli: Cli): Promise<number> {
  const files = await readKeyFiles(readConfig(cli).dataFolder);
  if (files.size === 0) throw new UsageError(cli.t('keys-none'));
  if (existsSync(file)) throw new UsageError(cli.t('keys-exists', { file }));
  const passphrase = await askPassphrase(cli, true);
  await writeFile(file, await packKeys(files, passphrase, Date.now()), {
    mode: 0o600,
    flag: 'wx',
    flush: true,
  });
  cli.say(cli.t('keys-exported', { count: files.size, file }));
  cli.say(cli.t('keys-export-next', { file }));
  return 0;
}

/** Opens the copy, compares every file, and notes in each area that these very keys have a copy. */
async function checkKeys(file: string, cli: Cli): Promise<number> {
  const copy = await unpackKeys(await readFile(file, 'utf8'), await askPassphrase(cli, false));
  const standing = await readKeyFiles(readConfig(cli).dataFolder);
  const missing = missingFrom(copy, standing);
  for (const path of missing) cli.say(cli.t('keys-differs', { path }));
  if (missing.length > 0) {
    cli.say(cli.t('keys-old'));
    return 1;
  }
  cli.say(cli.t('keys-checked', { count: standing.size }));
  cli.say(cli.t('keys-confirmed', { count: await confirmBackup(file, cli) }));
  return 0;
}

const confirmBackup = (file: string, cli: Cli): Promise<number> =>
  withHouse(cli, async ({ areas, system, host, keys }) => {
    const place = cli.t('keys-place', { file: basename(file).slice(0, 120) });
    const all = await areas();
    for (const { areaId } of all) {
      const by = system(areaId, 'cli');
      const { fingerprint } = await keys.info(areaId);
      const now = host.clock.now();
      const body = { backupId: uuidv7(now), fingerprint, place };
      const kind = 'privacy.confirm-key-backup';
      await host.submit(
        areaId,
        [{ id: uuidv7(now), kind, v: 1, claimedAt: now, actorId: by.actor.id, body }],
        by,
      );
    }
    return all.length;
  });

/** Writes what is missing; a file that stands and says something else is left as it is. */
async function restoreKeys(file: string, cli: Cli): Promise<number> {
  const { dataFolder } = readConfig(cli);
  const copy = await unpackKeys(await readFile(file, 'utf8'), await askPassphrase(cli, false));
  const standing = await readKeyFiles(dataFolder);
  let count = 0;
  let kept = 0;
  let conflicts = 0;
  for (const [path, content] of copy) {
    if (!isKeyPath(path)) continue;
    const present = standing.get(path);
    if (!present) {
      await writeKeyFile(dataFolder, path, content);
      count += 1;
    } else if (present.equals(content)) kept += 1;
    else {
      conflicts += 1;
      cli.say(cli.t('keys-conflict', { path }));
    }
  }
  cli.say(cli.t('keys-restored', { count, kept }));
  return conflicts === 0 ? 0 : 1;
}

const rotate = (area: string, cli: Cli): Promise<number> =>
  withHouse(cli, async ({ areas, system, host, modules }) => {
    const found = (await areas()).find(({ name }) => name === area.trim());
    if (!found) throw new ProblemError(commandProblems['unknown-area']);
    const tables = modules.flatMap((module) => module.sealed ?? []);
    const rows = await rotateKeys(host, system(found.areaId, 'cli'), tables, (table, done) =>
      cli.say(cli.t('keys-rotating', { table, rows: done })),
    );
    cli.say(cli.t('keys-rotated', { area: found.name, rows }));
    return 0;
  });
