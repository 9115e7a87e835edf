import type { FastifyBaseLogger } from 'fastify';
import type { Clock } from '#kernel/time-id/clock.ts';

export interface ServerConfig {
  /** The owner's URL of a PostgreSQL ≥ 15, migrated. */
  readonly databaseUrl: string;
  /** Keys, files and the set-up token. */
  readonly dataFolder: string;
  /** 0 takes any free port. */
  readonly port: number;
  readonly host: string;
  /** The folder the web build went to. */
  readonly webRoot: string;
  readonly log: FastifyBaseLogger;
  readonly clock?: Clock;
}

export interface RunningServer {
  /** e.g. `http://127.0.0.1:8080` */
  readonly address: string;
  /** The one-time set-up link; null once an area stands. */
  readonly setupLink: string | null;
  close(): Promise<void>;
}
