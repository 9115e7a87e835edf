import type { Logger } from 'pino';
import { startServer } from '#apps/server/main.ts';

export interface ServeOptions {
  readonly log: Logger;
  /** Where a web build stands; none: nothing is served but answers. */
  readonly webRoot?: string;
  /** What the parent may ask for, by the word it sends. */
  readonly answers?: Readonly<Record<string, () => object>>;
}

/**
 * The server in a process of its own, until the parent says `stop` (`forked-server.ts`): `DATABASE_URL` and `CONCERTO_DATA`
 * say on what.
 */
export async function serveParent({
  log,
  webRoot = 'no-web-build',
  answers = {},
}: ServeOptions): Promise<void> {
  const { DATABASE_URL: databaseUrl, CONCERTO_DATA: dataFolder } = process.env;
  if (!databaseUrl || !dataFolder) throw new Error('DATABASE_URL and CONCERTO_DATA are needed');
  const server = await startServer({ databaseUrl, dataFolder, port: 0, host: '127.0.0.1', webRoot, log });
  process.send?.({ address: server.address });
  process.on('message', async (message) => {
    const answer = answers[String(message)];
    if (answer) process.send?.(answer());
    if (message !== 'stop') return;
    await server.close();
    process.disconnect();
  });
}
