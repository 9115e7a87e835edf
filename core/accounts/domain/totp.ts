import { Secret, TOTP } from 'otpauth';

const PERIOD_S = 30;
/** One step early or late: a phone's clock may be half a minute off (RFC 6238 §5.2). */
const WINDOW = 1;

const totp = (secret: string, account = ''): TOTP =>
  new TOTP({
    issuer: 'Concerto 协奏',
    label: account,
    algorithm: 'SHA1',
    digits: 6,
    period: PERIOD_S,
    secret: Secret.fromBase32(secret),
  });

/** 160 random bits in base32, as RFC 4226 §4 asks. */
export const newTotpSecret = (): string => new Secret({ size: 20 }).base32;

/** What an authenticator scans. */
export const totpUri = (secret: string, account: string): string => totp(secret, account).toString();

/** The code of a moment, as the authenticator shows it. @param at epoch ms */
export const totpCode = (secret: string, at: number): string => totp(secret).generate({ timestamp: at });

/**
 * The step a code belongs to, or null when it is wrong. The caller takes each step only once: whoever looks over a
 * shoulder, or reads the line, has a code that is used up.
 * @param at epoch ms
 */
export function totpStep(secret: string, code: string, at: number): number | null {
  const delta = totp(secret).validate({ token: code, timestamp: at, window: WINDOW });
  return delta === null ? null : Math.floor(at / 1000 / PERIOD_S) + delta;
}
