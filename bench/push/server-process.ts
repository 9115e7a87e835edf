import pino from 'pino';
import { serveParent } from '../serve-parent.ts';

/** The server under load; `CONCERTO_WEB` says where a web build stands, if one is wanted. */
const { LOG_LEVEL: level = 'error', CONCERTO_WEB: webRoot } = process.env;
await serveParent({ log: pino({ level }), ...(webRoot ? { webRoot } : {}) });
