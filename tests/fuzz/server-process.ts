import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import pino from 'pino';
import { startServer } from '#apps/server/main.ts';

/** The server that is fuzzed, in a process of its own; its log goes to a file, to be searched. */
const { DATABASE_URL: databaseUrl, CONCERTO_DATA: dataFolder, CONCERTO_LOG: logFile } = process.env;
if (!databaseUrl || !dataFolder || !logFile)
  throw new Error('DATABASE_URL, CONCERTO_DATA and CONCERTO_LOG are needed');

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

const server = await startServer({
  databaseUrl,
  dataFolder,
  port: 0,
  host: '127.0.0.1',
  webRoot: 'no-web-build',
  log: pino({ level: 'debug' }, pino.destination({ dest: logFile, sync: true })),
});
process.send?.({ address: server.address });
process.on('message', async (message) => {
  if (message === 'memory') {
    collect();
    const { rss, heapUsed } = process.memoryUsage();
    process.send?.({ rss, heapUsed });
  }
  if (message !== 'stop') return;
  await server.close();
  process.disconnect();
});
