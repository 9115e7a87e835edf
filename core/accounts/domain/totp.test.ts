import { Secret } from 'otpauth';
import { describe, expect, it } from 'vitest';
import { newTotpSecret, totpCode, totpStep, totpUri } from './totp.ts';

/** The secret of RFC 6238, appendix B. */
const RFC = Secret.fromUTF8('12345678901234567890').base32;

describe('TOTP', () => {
  it.each([
    [59, '287082'],
    [1111111109, '081804'],
    [1234567890, '005924'],
    [20000000000, '353130'],
  ])('shows the codes of RFC 6238 at %i s', (seconds, code) => {
    expect(totpCode(RFC, seconds * 1000)).toBe(code);
  });

  it('takes a code one step early or late and says its step', () => {
    const at = 1_649_203_200_000;
    const step = at / 30_000;
    expect([-30, 0, 30].map((s) => totpStep(RFC, totpCode(RFC, at + s * 1000), at))).toEqual([
      step - 1,
      step,
      step + 1,
    ]);
    expect(totpStep(RFC, totpCode(RFC, at + 90_000), at)).toBeNull();
    expect(totpStep(RFC, '12345', at)).toBeNull();
  });

  it('makes another secret each time, with an address an authenticator reads', () => {
    const secret = newTotpSecret();
    expect(secret).toMatch(/^[A-Z2-7]{32}$/);
    expect(newTotpSecret()).not.toBe(secret);
    const uri = new URL(totpUri(secret, '王书记'));
    expect(uri.protocol).toBe('otpauth:');
    expect(uri.searchParams.get('secret')).toBe(secret);
  });
});
