import pino from 'pino';
import { startServer } from '#apps/server/main.ts';
import { clockQueries } from '../query-clock.ts';

/** The server that is measured, with a clock on its statements: `DATABASE_URL` and `CONCERTO_DATA` say on what. */
const { DATABASE_URL: databaseUrl, CONCERTO_DATA: dataFolder } = process.env;
if (!databaseUrl || !dataFolder) throw new Error('DATABASE_URL and CONCERTO_DATA are needed');

const queryTime = clockQueries();
const server = await startServer({
  databaseUrl,
  dataFolder,
  port: 0,
  host: '127.0.0.1',
  webRoot: 'no-web-build',
  log: pino({ level: 'error' }),
});
process.send?.({ address: server.address });
process.on('message', async (message) => {
  if (message === 'query-time') process.send?.(queryTime());
  if (message !== 'stop') return;
  await server.close();
  process.disconnect();
});
