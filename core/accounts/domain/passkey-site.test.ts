import { describe, expect, it } from 'vitest';
import { passkeySite } from './passkey-site.ts';

const reached = (host: string | undefined, secure: boolean, publicOrigin?: string) =>
  passkeySite({ host, secure, publicOrigin });

describe('the name passkeys are bound to', () => {
  it('is the public address where one is set, whatever port the server listens on', () => {
    expect(reached('concerto.example.org', true, 'https://concerto.example.org')).toEqual({
      rpId: 'concerto.example.org',
      origin: 'https://concerto.example.org',
    });
  });

  it('is this machine, also over plain HTTP, and the name the local authority answers for', () => {
    expect(reached('localhost:8080', false)).toEqual({ rpId: 'localhost', origin: 'http://localhost:8080' });
    expect(reached('concerto.local:8443', true)).toEqual({
      rpId: 'concerto.local',
      origin: 'https://concerto.local:8443',
    });
  });

  it('is none for a bare number, with or without HTTPS: browsers refuse it', () => {
    expect(reached('192.168.1.20:8080', false)).toBe('ip-address');
    expect(reached('192.168.1.20:8443', true)).toBe('ip-address');
    expect(reached('[fe80::1]:8443', true)).toBe('ip-address');
    expect(reached('127.0.0.1', true, 'https://10.0.0.5')).toBe('ip-address');
  });

  it('is none without HTTPS beyond this machine, nor for a request that names no host', () => {
    expect(reached('concerto.local:8080', false)).toBe('insecure');
    expect(reached('concerto.example.org', false, 'http://concerto.example.org')).toBe('insecure');
    expect(reached(undefined, true)).toBe('ip-address');
    expect(reached('two words', true)).toBe('ip-address');
  });

  it('is none under another address than the one people use', () => {
    expect(reached('localhost:8080', true, 'https://concerto.example.org')).toBe('other-address');
    expect(reached('evil.example.org', true, 'https://concerto.example.org')).toBe('other-address');
  });
});
