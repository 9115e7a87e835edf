import { existsSync } from 'node:fs';
import { mkdir, rm, statfs, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CliConfig } from './config.ts';
import type { Check } from './doctor-check.ts';
import type { Cli } from './verb.ts';
import { webBuildState } from './web-build.ts';

const OLDEST_NODE = [20, 19] as const;
/** An area with a year of rounds, its log and its photos stays below this. */
const ENOUGH_BYTES = 2 * 1024 ** 3;

/** What can be said without a database. A missing web build is no fault: `start` makes it. */
export async function machineChecks(config: CliConfig, cli: Cli): Promise<Check[]> {
  return [nodeCheck(), await folderCheck(config), await diskCheck(config, cli), await webCheck(config, cli)];
}

function nodeCheck(): Check {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const ok = major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1]);
  return { name: 'node', ok, detail: process.versions.node };
}

async function folderCheck({ dataFolder }: CliConfig): Promise<Check> {
  const probe = join(dataFolder, `.doctor-${process.pid}`);
  try {
    await mkdir(dataFolder, { recursive: true });
    await writeFile(probe, '');
    await rm(probe);
    return { name: 'folder', ok: true, detail: dataFolder };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    return { name: 'folder', ok: false, detail: `${dataFolder} (${code})` };
  }
}

async function diskCheck({ dataFolder }: CliConfig, cli: Cli): Promise<Check> {
  const { bavail, bsize } = await statfs(dataFolder).catch(() => ({ bavail: 0, bsize: 0 }));
  const free = bavail * bsize;
  return {
    name: 'disk',
    ok: free >= ENOUGH_BYTES,
    detail: cli.t('detail.free', { gigabytes: Math.floor(free / 1024 ** 3) }),
  };
}

async function webCheck({ webRoot, buildsWeb }: CliConfig, cli: Cli): Promise<Check> {
  if (!buildsWeb) return { name: 'web', ok: existsSync(webRoot), detail: webRoot };
  const state = await webBuildState(webRoot);
  return { name: 'web', ok: true, detail: state === 'fresh' ? '' : cli.t(`detail.web-${state}`) };
}
