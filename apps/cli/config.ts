import { join, resolve } from 'node:path';
import { type TimeOfDay, timeOfDay } from './nightly-times.ts';
import { type Cli, UsageError } from './verb.ts';

/** Settings from the environment; everything has a default. */
export interface CliConfig {
  /** `CONCERTO_DATA`, default `./data`: keys, files, the embedded database. Absolute. */
  readonly dataFolder: string;
  /** `DATABASE_URL`, or null: the embedded database. */
  readonly databaseUrl: string | null;
  /** `PORT`, default 8080; 0 takes a free one. */
  readonly port: number;
  /** `HTTPS_PORT`, default 8443, with `PORT=0` any: beside the plain port when `--tls` is given. */
  readonly httpsPort: number;
  /** `HOST`, default every address of the machine: phones come over the network. */
  readonly host: string;
  /** `CONCERTO_ORIGIN`: the address people use when a proxy stands in front. */
  readonly publicOrigin: string | null;
  /** Where the web build goes, or `CONCERTO_WEB`, where one stands that was made elsewhere. */
  readonly webRoot: string;
  /** False with `CONCERTO_WEB`: it is served as it is. */
  readonly buildsWeb: boolean;
  /** `CONCERTO_BACKUP_RECIPIENTS`: `age1…`, whose keys open backups; or null: `backup-recipients.txt` says. */
  readonly backupRecipients: string | null;
  /** `CONCERTO_BACKUP_AT`, default 03:30: when `start` makes the nightly backup; null with `off`. */
  readonly backupAt: TimeOfDay | null;
  /** `CONCERTO_BACKUPS`, default `backups` in the data folder: where nightly backups go. Absolute. */
  readonly backupFolder: string;
  /** `CONCERTO_BACKUP_KEEP`, default 14: so many nightly backups are kept. */
  readonly backupKeep: number;
}

export const ROOT = resolve(import.meta.dirname, '../..');

/** @throws {UsageError} when the port, or when or how many backups, is none */
export function readConfig(cli: Cli, port: string | undefined = cli.env.PORT): CliConfig {
  const plain = portOf(port || '8080', cli);
  const dataFolder = resolve(cli.env.CONCERTO_DATA || 'data');
  return {
    dataFolder,
    databaseUrl: cli.env.DATABASE_URL || null,
    port: plain,
    httpsPort: portOf(cli.env.HTTPS_PORT || (plain === 0 ? '0' : '8443'), cli),
    host: cli.env.HOST || '0.0.0.0',
    publicOrigin: cli.env.CONCERTO_ORIGIN?.replace(/\/+$/, '') || null,
    webRoot: cli.env.CONCERTO_WEB ? resolve(cli.env.CONCERTO_WEB) : resolve(ROOT, 'dist'),
    buildsWeb: !cli.env.CONCERTO_WEB,
    backupRecipients: cli.env.CONCERTO_BACKUP_RECIPIENTS?.trim() || null,
    backupAt: backupAtOf(cli.env.CONCERTO_BACKUP_AT || '03:30', cli),
    backupFolder: resolve(cli.env.CONCERTO_BACKUPS || join(dataFolder, 'backups')),
    backupKeep: backupKeepOf(cli.env.CONCERTO_BACKUP_KEEP || '14', cli),
  };
}

function portOf(text: string, cli: Cli): number {
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65535) throw new UsageError(cli.t('port-wrong', { port: text }));
  return port;
}

function backupAtOf(text: string, cli: Cli): TimeOfDay | null {
  if (text === 'off') return null;
  const at = timeOfDay(text);
  if (!at) throw new UsageError(cli.t('backup-at-wrong', { text }));
  return at;
}

function backupKeepOf(text: string, cli: Cli): number {
  const keep = Number(text);
  if (!/^\d{1,4}$/.test(text) || keep < 1) throw new UsageError(cli.t('backup-keep-wrong', { text }));
  return keep;
}
