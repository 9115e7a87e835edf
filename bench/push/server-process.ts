import pino from 'pino';
import { startServer } from '#apps/server/main.ts';

/**
 * The server under load, in a process of its own: `DATABASE_URL` and `CONCERTO_DATA` say on what, `CONCERTO_WEB` where a
 * web build stands, if one is wanted.
 */
const { DATABASE_URL: databaseUrl, CONCERTO_DATA: dataFolder } = process.env;
const { LOG_LEVEL: level = 'error', CONCERTO_WEB: webRoot = 'no-web-build' } = process.env;
if (!databaseUrl || !dataFolder) throw new Error('DATABASE_URL and CONCERTO_DATA are needed');

const server = await startServer({
  databaseUrl,
  dataFolder,
  port: 0,
  host: '127.0.0.1',
  webRoot,
  log: pino({ level }),
});
process.send?.({ address: server.address });
process.on('message', async (message) => {
  if (message !== 'stop') return;
  await server.close();
  process.disconnect();
});
