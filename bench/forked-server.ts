import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** A server in a process of its own, so that what it spends is its own. */
export interface ForkedServer {
  readonly address: string;
  readonly pid: number;
  /** Sends a word and waits for the next message. */
  ask(word: string): Promise<unknown>;
  stop(): Promise<void>;
  /** SIGKILL: the process gets no chance to finish anything. Resolves once it has ended. */
  kill(): Promise<void>;
}

/** @param script says `{address}` when it listens, and ends when it is told `stop` */
export async function forkServer(script: URL, environment: Record<string, string>): Promise<ForkedServer> {
  const child: ChildProcess = fork(fileURLToPath(script), {
    execArgv: ['--import', 'tsx'],
    env: { ...process.env, ...environment },
  });
  const address = await addressOf(child);
  return {
    address,
    pid: child.pid ?? 0,
    async ask(word) {
      const answer = once(child, 'message');
      child.send(word);
      return (await answer)[0];
    },
    async stop() {
      const ended = once(child, 'exit');
      child.send('stop');
      await ended;
    },
    async kill() {
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    },
  };
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    child.once('message', (message: { readonly address: string }) => resolve(message.address));
    child.once('exit', (code) => reject(new Error(`the server ended with ${code} before it listened`)));
  });
}
