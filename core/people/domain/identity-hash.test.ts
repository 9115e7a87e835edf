import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { identityHash } from './identity-hash.ts';

describe('the hash by which a phone finds someone', () => {
  const key = new Uint8Array(32).fill(7);

  it('is the head of HMAC-SHA-256, as the server makes it', async () => {
    const number = '310199198809074298';
    const server = createHmac('sha256', key).update(number).digest('hex').slice(0, 16);
    expect(await identityHash(key, number, 8)).toBe(server);
  });

  it('tells nothing across duties: another key, another hash', async () => {
    const other = new Uint8Array(32).fill(8);
    expect(await identityHash(other, 'E1', 8)).not.toBe(await identityHash(key, 'E1', 8));
  });
});
