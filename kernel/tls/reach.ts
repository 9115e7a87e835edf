/**
 * How HTTPS is had: not at all, with the local authority, with the operator's own certificate, or by a proxy in
 * front.
 */
export type ReachMode = 'plain' | 'local' | 'own' | 'proxy';

/** The addresses under which people open Concerto, as `/api/network` tells whoever reaches the server. */
export interface Reach {
  readonly mode: ReachMode;
  /** Origins, the likeliest first, e.g. `https://192.168.1.5:8443`; never this machine's loop, if there is another. */
  readonly origins: readonly string[];
  /** With the local authority: the trust page under each of the same addresses, over plain HTTP. */
  readonly trustPages: readonly string[];
  /** SHA-256 of the local authority, with colons. */
  readonly fingerprint: string | null;
}
