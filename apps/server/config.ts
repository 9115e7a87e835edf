import type { HouseOptions } from './house.ts';

export interface ServerConfig extends HouseOptions {
  /** 0 takes any free port. */
  readonly port: number;
  readonly host: string;
  /** The folder the web build went to. */
  readonly webRoot: string;
}

export interface RunningServer {
  /** e.g. `http://127.0.0.1:8080` */
  readonly address: string;
  /** The one-time set-up link; null once an area stands. */
  readonly setupLink: string | null;
  close(): Promise<void>;
}
