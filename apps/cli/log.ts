import pino, { type Logger } from 'pino';
import type { Cli } from './verb.ts';

/**
 * Structured lines on stderr. Where a person watches a terminal only warnings are shown; `LOG_LEVEL` says otherwise.
 */
export function cliLog(cli: Cli): Logger {
  const level = cli.env.LOG_LEVEL || (process.stderr.isTTY ? 'warn' : 'info');
  return pino({ level, base: null }, pino.destination({ fd: 2, sync: true }));
}
