import type { NetworkInterfaceInfo } from 'node:os';
import { describe, expect, it } from 'vitest';
import { isNamed, isWithin, scopeOf } from './name-constraints.ts';
import { lanAddresses, machineNames } from './network.ts';

const card = (address: string, internal = false): NetworkInterfaceInfo =>
  ({ address, internal, cidr: `${address}/${address.includes(':') ? 64 : 24}` }) as NetworkInterfaceInfo;

describe('where a machine stands', () => {
  it('lists real cards before virtual ones and IPv4 before IPv6, and no loop', () => {
    const found = lanAddresses({
      lo: [card('127.0.0.1', true), card('::1', true)],
      docker0: [card('172.17.0.1')],
      wlan0: [card('fd00::5'), card('fe80::1'), card('192.168.1.5')],
      eth0: [card('10.0.0.2')],
    });
    expect(found.map(({ address }) => address)).toEqual(['10.0.0.2', '192.168.1.5', 'fd00::5', '172.17.0.1']);
  });

  it.each([
    ['LAPTOP', ['localhost', 'laptop', 'laptop.local', 'concerto.local']],
    ['laptop.local', ['localhost', 'laptop.local', 'concerto.local']],
    ['srv.example.org', ['localhost', 'srv.example.org', 'srv.local', 'concerto.local']],
    ['李书记的电脑', ['localhost', 'concerto.local']],
    ['my laptop', ['localhost', 'concerto.local']],
    ['localhost', ['localhost', 'localhost.local', 'concerto.local']],
  ])('calls %s by names that a certificate may hold', (host, hosts) => {
    expect(machineNames(host, []).hosts).toEqual(hosts);
  });
});

describe('what the authority may vouch for', () => {
  const at = (address: string) => scopeOf(machineNames('laptop', lanAddresses({ eth0: [card(address)] })));

  it('is private, or the network it was made in', () => {
    const { ranges } = at('203.0.113.7');
    for (const address of [
      '10.9.8.7',
      '172.31.0.1',
      '192.168.200.1',
      '100.64.1.1',
      '127.0.0.1',
      'fd12::1',
      '::1',
    ]) {
      expect([address, isWithin(address, ranges)]).toEqual([address, true]);
    }
    for (const address of ['203.0.114.1', '8.8.8.8', '172.32.0.1', '2001:db8::1']) {
      expect([address, isWithin(address, ranges)]).toEqual([address, false]);
    }
    expect(isWithin('203.0.113.99', ranges)).toBe(true);
    expect(at('192.168.1.5').ranges).toHaveLength(ranges.length - 1);
  });

  it('is a local name or this host’s own', () => {
    const { hosts } = at('192.168.1.5');
    expect(hosts).toEqual(['local', 'localhost', 'laptop']);
    expect(['concerto.local', 'laptop', 'localhost'].every((host) => isNamed(host, hosts))).toBe(true);
    expect(['bank.example', 'notlocal', 'local.example'].some((host) => isNamed(host, hosts))).toBe(false);
  });
});
