import { describe, expect, it } from 'vitest';
import { areaOfToken, hashToken } from '../contract/token.ts';
import { makeInvitation } from './invitation.ts';

const offer = {
  areaId: '0190a3c1-7b2e-7cc3-98ab-0123456789ab',
  origin: 'https://concerto.test',
  role: 'volunteer' as const,
  group: 'testing' as const,
  name: null,
  now: 1_649_203_200_000,
  validMs: 86_400_000,
};

describe('making an invitation', () => {
  it('sends the hash and keeps the token for the link alone', async () => {
    const { fresh, body } = await makeInvitation(offer);
    const token = new URL(fresh.link).hash.slice(1);
    expect(areaOfToken(token)).toBe(offer.areaId);
    expect(body.tokenHash).toBe(await hashToken(token));
    expect(JSON.stringify(body)).not.toContain(token);
    expect(body).toMatchObject({ invitationId: fresh.id, expiresAt: offer.now + 86_400_000 });
  });

  it('makes another each time', async () => {
    const [one, two] = await Promise.all([makeInvitation(offer), makeInvitation(offer)]);
    expect(one.fresh.link).not.toBe(two.fresh.link);
    expect(one.fresh.id).not.toBe(two.fresh.id);
  });
});
