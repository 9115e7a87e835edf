import { isIPv6 } from 'node:net';
import type { LanAddress } from '#kernel/tls/network.ts';

/**
 * How HTTPS is had: not at all, with the local authority, with the operator's own certificate, or by a proxy in
 * front.
 */
export type ReachMode = 'plain' | 'local' | 'own' | 'proxy';

/** The addresses under which people open Concerto; anybody who reaches the server may know them. */
export interface Reach {
  readonly mode: ReachMode;
  /** Origins, the likeliest first, e.g. `https://192.168.1.5:8443`; never this machine's loop, if there is another. */
  readonly origins: readonly string[];
  /** With the local authority: the trust page under each of the same addresses, over plain HTTP. */
  readonly trustPages: readonly string[];
  /** SHA-256 of the local authority, with colons. */
  readonly fingerprint: string | null;
}

interface ReachParts {
  readonly mode: ReachMode;
  /** Where it listens: `0.0.0.0`, `::`, or one address. */
  readonly listening: string;
  readonly httpPort: number;
  readonly httpsPort: number;
  readonly publicOrigin: string | null;
  readonly fingerprint: string | null;
  /** What the certificate vouches for; of no meaning on plain HTTP. */
  readonly names: readonly string[];
  readonly addresses: readonly LanAddress[];
  /** The name announced by mDNS; null when it is not. */
  readonly announced: string | null;
}

/** The one list behind the printed addresses, the codes on the console and the notices in the shells. */
export function reachOf(parts: ReachParts): Reach {
  const { mode, publicOrigin, fingerprint } = parts;
  if (publicOrigin !== null) return { mode, origins: [publicOrigin], trustPages: [], fingerprint };
  const hosts = hostsOf(parts);
  const secure = mode === 'local' || mode === 'own';
  return {
    mode,
    origins: hosts.map((host) =>
      secure ? originOf('https', host, parts.httpsPort) : originOf('http', host, parts.httpPort),
    ),
    trustPages:
      mode === 'local' ? hosts.map((host) => `${originOf('http', host, parts.httpPort)}/trust`) : [],
    fingerprint,
  };
}

function hostsOf({ mode, listening, names, addresses, announced }: ReachParts): string[] {
  const own = addresses.filter(({ family }) => family === 4 || listening === '::').map((one) => one.address);
  const reachable = listening === '0.0.0.0' || listening === '::' ? own : [listening];
  if (mode === 'own') {
    const hosts = names.filter((name) => !isAddress(name) && name !== 'localhost');
    const certified = names.filter((name) => isAddress(name) && reachable.includes(name));
    return orLoop([...hosts, ...certified]);
  }
  const vouched = mode === 'local' ? reachable.filter((address) => names.includes(address)) : reachable;
  return orLoop(announced === null ? vouched : [...vouched, announced]);
}

const isAddress = (name: string): boolean => /^[\d.]+$/.test(name) || isIPv6(name);

const orLoop = (hosts: readonly string[]): string[] => (hosts.length > 0 ? [...hosts] : ['localhost']);

export function originOf(scheme: 'http' | 'https', host: string, port: number): string {
  const named = isIPv6(host) ? `[${host}]` : host;
  return port === (scheme === 'https' ? 443 : 80) ? `${scheme}://${named}` : `${scheme}://${named}:${port}`;
}
