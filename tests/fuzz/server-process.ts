import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import pino from 'pino';
import { serveParent } from '../../bench/serve-parent.ts';

/** The server that is fuzzed; its log goes to a file, to be searched. */
const { CONCERTO_LOG: logFile } = process.env;
if (!logFile) throw new Error('CONCERTO_LOG is needed');

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

await serveParent({
  log: pino({ level: 'debug' }, pino.destination({ dest: logFile, sync: true })),
  answers: {
    memory() {
      collect();
      const { rss, heapUsed } = process.memoryUsage();
      return { rss, heapUsed };
    },
  },
});
