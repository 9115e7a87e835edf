import { isIPv4 } from 'node:net';
import { hostname, type NetworkInterfaceInfo, networkInterfaces } from 'node:os';

/** An address of this machine that another one in the same network may reach. */
export interface LanAddress {
  readonly address: string;
  readonly family: 4 | 6;
  /** With its network's width, e.g. `192.168.1.5/24`. */
  readonly cidr: string;
  /** Of a bridge, tunnel or virtual machine: rarely the one a phone can reach. */
  readonly virtual: boolean;
}

/** What this machine is called and where it stands, as a certificate names it. */
export interface MachineNames {
  /** DNS names in lower case: `localhost`, the host's own, its `.local` name, `concerto.local`. */
  readonly hosts: readonly string[];
  readonly addresses: readonly LanAddress[];
}

/** The name that is announced by mDNS, the same on every installation. */
export const CONCERTO_LOCAL = 'concerto.local';

const VIRTUAL =
  /^(docker|br-|veth|virbr|vmnet|vboxnet|vnic|zt|tailscale|utun|tun|tap|wg|vethernet|cni|flannel)/i;
/** Reached with a zone only (`fe80::1%eth0`), which no browser takes. */
const LINK_LOCAL_6 = /^fe[89ab]/i;

/**
 * Every address but the machine's own loop, the likeliest first: real network cards before virtual ones, IPv4 (which
 * people can read out) before IPv6.
 */
export function lanAddresses(
  interfaces: NodeJS.Dict<NetworkInterfaceInfo[]> = networkInterfaces(),
): LanAddress[] {
  const found = Object.entries(interfaces).flatMap(([name, list = []]) =>
    list
      .filter(({ internal, address }) => !internal && !LINK_LOCAL_6.test(address))
      .map(({ address, cidr }): LanAddress => {
        const family = isIPv4(address) ? 4 : 6;
        return {
          address,
          family,
          cidr: cidr ?? `${address}/${family === 4 ? 32 : 128}`,
          virtual: VIRTUAL.test(name),
        };
      }),
  );
  const rank = ({ family, virtual }: LanAddress) => (virtual ? 2 : 0) + (family === 6 ? 1 : 0);
  return found.sort((a, b) => rank(a) - rank(b) || (a.address < b.address ? -1 : 1));
}

const LABEL = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;

/** A host's name that is no DNS name (spaces, Chinese) cannot stand in a certificate and is left out. */
export function machineNames(
  host: string = hostname(),
  addresses: readonly LanAddress[] = lanAddresses(),
): MachineNames {
  const own = host.toLowerCase().replace(/\.$/, '');
  const first = own.split('.')[0] ?? '';
  const usable = own.split('.').every((label) => LABEL.test(label));
  const hosts = ['localhost', ...(usable ? [own, `${first}.local`] : []), CONCERTO_LOCAL];
  return { hosts: [...new Set(hosts)], addresses };
}
