import { describe, expect, it } from 'vitest';
import type { LanAddress } from '#kernel/tls/network.ts';
import { originOf, reachOf } from './reach.ts';

const lan = (address: string): LanAddress => ({
  address,
  family: address.includes(':') ? 6 : 4,
  cidr: address,
  virtual: false,
});

const laptop = {
  mode: 'local' as const,
  listening: '0.0.0.0',
  httpPort: 8080,
  httpsPort: 8443,
  publicOrigin: null,
  fingerprint: 'AA:BB',
  names: ['localhost', 'laptop', '192.168.1.5', 'fd00::5'],
  addresses: [lan('192.168.1.5'), lan('fd00::5')],
  announced: null,
};

describe('the addresses people use', () => {
  it('with the local authority: each address over HTTPS, and its trust page over HTTP', () => {
    expect(reachOf(laptop)).toEqual({
      mode: 'local',
      origins: ['https://192.168.1.5:8443'],
      trustPages: ['http://192.168.1.5:8080/trust'],
      fingerprint: 'AA:BB',
    });
  });

  it('hold IPv6 only where it listens there', () => {
    expect(reachOf({ ...laptop, listening: '::' }).origins).toContain('https://[fd00::5]:8443');
  });

  it('leave out what the certificate does not vouch for', () => {
    const addresses = [...laptop.addresses, lan('198.51.100.4')];
    expect(reachOf({ ...laptop, addresses }).origins).toEqual(['https://192.168.1.5:8443']);
  });

  it('end with the announced name', () => {
    expect(reachOf({ ...laptop, announced: 'concerto.local' }).origins.at(-1)).toBe(
      'https://concerto.local:8443',
    );
  });

  it('are this machine’s own where it is in no network, or listens to itself only', () => {
    expect(reachOf({ ...laptop, addresses: [] }).origins).toEqual(['https://localhost:8443']);
    expect(reachOf({ ...laptop, mode: 'plain', listening: '127.0.0.1' }).origins).toEqual([
      'http://127.0.0.1:8080',
    ]);
  });

  it('with the operator’s certificate: its names, then its addresses of this machine', () => {
    const names = ['localhost', 'concerto.example.org', '192.168.1.5', '10.0.0.1'];
    expect(reachOf({ ...laptop, mode: 'own', names, fingerprint: null })).toMatchObject({
      origins: ['https://concerto.example.org:8443', 'https://192.168.1.5:8443'],
      trustPages: [],
    });
  });

  it('behind a proxy: the one public address, and nothing of what is inside', () => {
    const publicOrigin = 'https://concerto.example.org';
    expect(reachOf({ ...laptop, mode: 'proxy', publicOrigin, fingerprint: null })).toEqual({
      mode: 'proxy',
      origins: [publicOrigin],
      trustPages: [],
      fingerprint: null,
    });
  });

  it('are written as browsers write them', () => {
    expect(originOf('https', 'a.example', 443)).toBe('https://a.example');
    expect(originOf('http', 'fd00::5', 80)).toBe('http://[fd00::5]');
  });
});
