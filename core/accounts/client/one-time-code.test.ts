import { describe, expect, it } from 'vitest';
import { areaOfToken, hashToken } from '../contract/token.ts';
import { makeNewPinOffer } from './one-time-code.ts';

describe('a code for a new PIN', () => {
  it('sends the hash and keeps the token for the link alone', async () => {
    const areaId = '0190a3c1-7b2e-7cc3-98ab-0123456789ab';
    const memberId = '0190a3c1-7b2e-7cc3-98ab-0123456789ac';
    const asked = { areaId, memberId, origin: 'https://concerto.test', now: 1 };
    const { link, body } = await makeNewPinOffer(asked);
    const url = new URL(link);
    const token = url.hash.slice(1);
    expect(url.pathname).toBe('/phone/new-pin');
    expect(areaOfToken(token)).toBe(areaId);
    expect(body).toMatchObject({ memberId, tokenHash: await hashToken(token) });
    expect(JSON.stringify(body)).not.toContain(token);
  });
});
