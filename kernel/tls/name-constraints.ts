import { BlockList, isIPv4 } from 'node:net';
import type { MachineNames } from './network.ts';

/** A range of addresses, e.g. `10.0.0.0` and 8. */
interface Range {
  readonly address: string;
  readonly width: number;
}

/**
 * What the local authority may vouch for: names that end in `.local`, this host's own, and addresses that are no
 * public site's. Whoever stole its key could still not pass for a bank.
 */
export interface Scope {
  readonly hosts: readonly string[];
  readonly ranges: readonly Range[];
}

/** Private use (RFC 1918, 4193), shared (6598), link-local (3927) and the machine's own loop. */
const PRIVATE: readonly Range[] = [
  { address: '10.0.0.0', width: 8 },
  { address: '172.16.0.0', width: 12 },
  { address: '192.168.0.0', width: 16 },
  { address: '169.254.0.0', width: 16 },
  { address: '100.64.0.0', width: 10 },
  { address: '127.0.0.0', width: 8 },
  { address: 'fc00::', width: 7 },
  { address: '::1', width: 128 },
];

/** The private ranges, and the networks the machine stands in now, which at some sites are not private. */
export function scopeOf({ hosts, addresses }: MachineNames): Scope {
  const own = addresses
    .filter(({ address }) => !isWithin(address, PRIVATE))
    .map(({ cidr }): Range => {
      const [address = '', width = '128'] = cidr.split('/');
      return { address, width: Number(width) };
    });
  return {
    hosts: [...new Set(['local', ...hosts.filter((host) => !host.endsWith('.local'))])],
    ranges: [...PRIVATE, ...own],
  };
}

/** Whether an address lies in one of the ranges. */
export function isWithin(address: string, ranges: readonly Range[]): boolean {
  const list = new BlockList();
  for (const range of ranges) list.addSubnet(range.address, range.width, familyOf(range.address));
  return list.check(address, familyOf(address));
}

/** Whether a DNS name is one of the scope's or below it (RFC 5280, 4.2.1.10). */
export const isNamed = (host: string, hosts: readonly string[]): boolean =>
  hosts.some((one) => host === one || host.endsWith(`.${one}`));

const familyOf = (address: string) => (isIPv4(address) ? 'ipv4' : 'ipv6');

/** The extension 2.5.29.30 in DER: `NameConstraints ::= SEQUENCE { permittedSubtrees [0] … }`. */
export function nameConstraintsDer({ hosts, ranges }: Scope): Buffer {
  const names = hosts.map((host) => tlv(0x82, Buffer.from(host, 'ascii')));
  const addresses = ranges.map((range) => tlv(0x87, rangeBytes(range)));
  const subtrees = [...names, ...addresses].map((base) => tlv(0x30, base));
  return tlv(0x30, tlv(0xa0, ...subtrees));
}

/** An address and its mask, 8 or 32 bytes. */
function rangeBytes({ address, width }: Range): Buffer {
  const bytes = isIPv4(address) ? Buffer.from(address.split('.').map(Number)) : ipv6Bytes(address);
  const mask = Buffer.alloc(bytes.length);
  for (let bit = 0; bit < width; bit++) mask[bit >> 3] = (mask[bit >> 3] ?? 0) | (0x80 >> (bit & 7));
  return Buffer.concat([bytes.map((byte, i) => byte & (mask[i] ?? 0)), mask]);
}

function ipv6Bytes(address: string): Buffer {
  const [head = '', tail] = address.split('::');
  const groups = (text: string) =>
    text === '' ? [] : text.split(':').map((group) => Number.parseInt(group, 16));
  const before = groups(head);
  const after = tail === undefined ? [] : groups(tail);
  const all = [...before, ...new Array<number>(8 - before.length - after.length).fill(0), ...after];
  return Buffer.from(all.flatMap((group) => [group >> 8, group & 255]));
}

/** One DER value: tag, length (X.690, 8.1.3), content. */
function tlv(tag: number, ...content: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat(content);
  const { length } = body;
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255];
  return Buffer.concat([Buffer.from([tag, ...size]), body]);
}
