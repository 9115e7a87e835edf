import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from './config.ts';

export type WebBuildState = 'fresh' | 'missing' | 'stale';

/** Written into the build when it is whole; its own time is what sources are compared with. */
const STAMP = '.built';
const SOURCES = ['apps', 'kernel', 'core', 'groups', 'package-lock.json'];

/** Whether the web build is there and not older than any source. @param webRoot the build's folder */
export async function webBuildState(webRoot: string, root = ROOT): Promise<WebBuildState> {
  const stamp = join(webRoot, STAMP);
  if (!existsSync(stamp)) return 'missing';
  const builtAt = (await stat(stamp)).mtimeMs;
  for (const source of SOURCES) {
    if ((await newestTime(join(root, source))) > builtAt) return 'stale';
  }
  return 'fresh';
}

async function newestTime(path: string): Promise<number> {
  const found = await stat(path);
  if (!found.isDirectory()) return found.mtimeMs;
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && !/\.test\.tsx?$|\.sql$/.test(entry.name));
  const times = await Promise.all(
    files.map(async (file) => (await stat(join(file.parentPath, file.name))).mtimeMs),
  );
  return times.reduce((newest, time) => Math.max(newest, time), 0);
}

/**
 * Builds beside the old build and then takes its place, so that a server goes on serving whole pages and two builds
 * at once do not mix.
 * @throws with the last lines of the builder's output
 */
export async function buildWeb(webRoot: string): Promise<void> {
  const startedAt = new Date();
  const fresh = `${webRoot}.new-${process.pid}`;
  const old = `${webRoot}.old-${process.pid}`;
  try {
    await runVite(fresh);
    const stamp = join(fresh, STAMP);
    await writeFile(stamp, startedAt.toISOString());
    await moveAside(webRoot, old);
    await rename(fresh, webRoot);
  } finally {
    await rm(fresh, { recursive: true, force: true });
    await rm(old, { recursive: true, force: true });
  }
}

async function moveAside(from: string, to: string): Promise<void> {
  if (existsSync(from)) await rename(from, to);
}

function runVite(outDir: string): Promise<void> {
  const vite = join(ROOT, 'node_modules/vite/bin/vite.js');
  const args = [vite, 'build', '--config', 'apps/web/vite.config.ts', '--outDir', outDir, '--emptyOutDir'];
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...args, '--logLevel', 'warn'], {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const keep = (chunk: Buffer) => {
      output = `${output}${chunk}`.slice(-2000);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.once('error', reject);
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(output.trim()))));
  });
}
