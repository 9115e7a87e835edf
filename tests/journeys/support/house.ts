import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

/** Concerto as its users start it: `concerto start` in a process of its own, on a folder of its own. */
export interface RunningHouse {
  readonly address: string;
  /** Everything it keeps. */
  readonly dataFolder: string;
  /** The one-time link printed at the first start; null later. */
  readonly setUpLink: string | null;
  /** Everything printed at the start, as the person at the terminal reads it. */
  readonly printed: string;
  /** Ctrl-C, and the folder goes. */
  stop(): Promise<void>;
}

/** @param options what stands behind `npm start --`, e.g. `['--tls', 'local']` */
export async function startHouse(options: readonly string[] = []): Promise<RunningHouse> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'concerto-journey-'));
  const { DATABASE_URL: _other, ...env } = process.env;
  const child = spawn(process.execPath, ['--import', 'tsx', 'apps/cli/main.ts', 'start', ...options], {
    cwd: ROOT,
    // Alone on this machine unless the network is what the story is about: then browsers take it for secure.
    env: {
      ...env,
      ...(options.length === 0 ? { HOST: '127.0.0.1' } : {}),
      PORT: '0',
      CONCERTO_DATA: dataFolder,
      LANG: 'zh_CN.UTF-8',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const printed = await greeting(child);
  const address = /https?:\/\/[\d.]+:\d+/.exec(printed)?.[0];
  if (!address) throw new Error(`no address was printed:\n${printed}`);
  return {
    address,
    dataFolder,
    printed,
    setUpLink: /http:\/\/\S+\/set-up#\S+/.exec(printed)?.[0] ?? null,
    async stop() {
      const ended = once(child, 'exit');
      child.kill('SIGINT');
      await ended;
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}

/** Everything printed until Concerto says how to stop it. */
function greeting(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = '';
    const read = (chunk: Buffer) => {
      printed += chunk.toString();
      if (printed.includes('Ctrl-C')) resolve(printed);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('exit', (code) => reject(new Error(`the start ended with ${code}:\n${printed}`)));
  });
}
