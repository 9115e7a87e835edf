import type { Authority } from '#kernel/tls/authority.ts';
import type { Reach } from '#kernel/tls/reach.ts';
import type { TlsSource } from '#kernel/tls/source.ts';
import type { HouseOptions } from './house.ts';

/** HTTPS of our own. The plain port beside it only sends people on. */
export interface ServerTls {
  readonly source: TlsSource;
  /** 0 takes any free port. */
  readonly port: number;
  /** Null with the operator's own certificate. */
  readonly authority: Authority | null;
}

export interface ServerConfig extends HouseOptions {
  /** 0 takes any free port. */
  readonly port: number;
  readonly host: string;
  /** The folder the web build went to. */
  readonly webRoot: string;
  readonly tls?: ServerTls;
}

export interface RunningServer {
  /** On this machine, e.g. `http://127.0.0.1:8080`; with `tls` the HTTPS one. */
  readonly address: string;
  /** The plain port beside HTTPS; null without `tls`. */
  readonly plainAddress: string | null;
  /** The addresses people use now. */
  reach(): Reach;
  /** The one-time set-up link; null once an area stands. */
  readonly setupLink: string | null;
  close(): Promise<void>;
}
