import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type DistServer, serveFolder } from './serve-dist.ts';

const CONFIG = fileURLToPath(new URL('../vite.config.ts', import.meta.url));
const VITE = join(dirname(createRequire(import.meta.url).resolve('vite/package.json')), 'bin/vite.js');

export interface ShellServer extends DistServer {
  /** Where the build lies, to look at it or to change it as a new version would. */
  readonly folder: string;
}

/** Builds both shells as `npm run build` does, in a process of its own, into a folder of its own, and serves them. */
export async function serveShells(): Promise<ShellServer> {
  const folder = await mkdtemp(join(tmpdir(), 'concerto-shells-'));
  const args = [
    VITE,
    'build',
    '--config',
    CONFIG,
    '--outDir',
    folder,
    '--emptyOutDir',
    '--logLevel',
    'error',
  ];
  await promisify(execFile)(process.execPath, args);
  const server = await serveFolder(folder);
  return {
    folder,
    origin: server.origin,
    close: async () => {
      await server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
