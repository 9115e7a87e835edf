import pino from 'pino';
import { clockQueries } from '../query-clock.ts';
import { serveParent } from '../serve-parent.ts';

/** The server that is measured, with a clock on its statements. */
const queryTime = clockQueries();
await serveParent({ log: pino({ level: 'error' }), answers: { 'query-time': queryTime } });
