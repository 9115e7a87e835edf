import { resolve } from 'node:path';
import type { ServerTls } from '#apps/server/config.ts';
import { openTlsFiles } from '#kernel/tls/files.ts';
import { openLocalTls } from '#kernel/tls/local.ts';
import '#kernel/tls/messages/index.ts';
import { systemClock } from '#kernel/time-id/clock.ts';
import type { CliConfig } from './config.ts';
import { type Cli, UsageError } from './verb.ts';

/**
 * `--tls local`, or `--tls CERT KEY`.
 * @returns null without `--tls`
 * @throws {UsageError} for a wrong call, ProblemError of `tlsProblems` for files that cannot serve
 */
export async function openTls(
  tls: string | undefined,
  rest: readonly string[],
  config: CliConfig,
  cli: Cli,
): Promise<ServerTls | null> {
  const [key, ...more] = rest;
  if (tls === undefined) {
    if (key !== undefined) throw new UsageError(cli.t('argument-unknown', { argument: key }));
    return null;
  }
  if (tls === 'local') {
    if (key !== undefined) throw new UsageError(cli.t('argument-unknown', { argument: key }));
    if (config.publicOrigin !== null) throw new UsageError(cli.t('tls-behind-proxy'));
    const source = await openLocalTls(config.dataFolder, systemClock);
    if (source.left.length > 0) cli.say(cli.t('tls-left', { names: source.left.join('、') }));
    return { source, port: config.httpsPort, authority: source.authority };
  }
  if (key === undefined || more.length > 0) throw new UsageError(cli.t('tls-usage'));
  const source = await openTlsFiles(resolve(tls), resolve(key), systemClock);
  return { source, port: config.httpsPort, authority: null };
}
