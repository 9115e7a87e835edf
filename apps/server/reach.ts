import { isIPv6 } from 'node:net';
import type { LanAddress } from '#kernel/tls/network.ts';
import type { Reach, ReachMode } from '#kernel/tls/reach.ts';

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
