import pino from 'pino';
import { startServer } from '#apps/server/main.ts';

/** The server under load, in a process of its own: `DATABASE_URL` and `CONCERTO_DATA` say on what. */
const { DATABASE_URL: databaseUrl, CONCERTO_DATA: dataFolder, LOG_LEVEL: level = 'error' } = process.env;
if (!databaseUrl || !dataFolder) throw new Error('DATABASE_URL and CONCERTO_DATA are needed');

const server = await startServer({
  databaseUrl,
  dataFolder,
  port: 0,
  host: '127.0.0.1',
  webRoot: 'no-web-build',
  log: pino({ level }),
});
process.send?.({ address: server.address });
process.on('message', async (message) => {
  if (message !== 'stop') return;
  await server.close();
  process.disconnect();
});
