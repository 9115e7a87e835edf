import { type SigningKey, withTail } from '#core/codes/contract.ts';
import { publicKeyOf, signCode } from '#core/codes/testing/signed.ts';
import type { KnownPass } from '../contract.ts';
import { detailOf, holderIdOf } from '../domain/detail.ts';
import { passKey, rollingCode } from '../domain/rolling.ts';

const HOUR = 3_600_000;
export const AREA = '0190c3f0-0000-7000-8000-0000000a1b2c';
/** 17 April 2022, 12:00 in Shanghai. */
export const NOON = 1_650_168_000_000;

export const SEED = Uint8Array.from({ length: 32 }, (_, i) => i + 1);
export const SECRET = Uint8Array.from({ length: 32 }, (_, i) => 255 - i);

/** The area's key as a gate's phone holds it. */
export const KEY: SigningKey = {
  id: '0190c3f0-2222-7000-8000-0000000000a1',
  publicKey: publicKeyOf(SEED),
  validFrom: NOON - 48 * HOUR,
  validUntil: null,
  revokedAt: null,
};

/** A resident's paper pass, good all day. */
export const somePass = (change: Partial<KnownPass> = {}): KnownPass => ({
  id: '0190c3f0-3333-7000-8000-00000000beef',
  kind: 'resident',
  residentId: '0190c3f0-1111-7000-8000-00000000a001',
  householdId: null,
  memberId: null,
  label: null,
  plate: null,
  compoundIds: [],
  quota: 'household',
  form: 'paper',
  validFrom: NOON - 12 * HOUR,
  validUntil: NOON + 12 * HOUR,
  revokedAt: null,
  revokeReason: null,
  suspendedAt: null,
  suspendReason: null,
  renewedAt: null,
  version: 1,
  ...change,
});

/** When these passes are signed, unless something else is said. */
export const SIGNED_AT = NOON - HOUR;

/** The pass's code as it is printed. */
export const printed = (pass: KnownPass, areaId = AREA, issuedAt = SIGNED_AT): string =>
  signCode(
    {
      kind: 'pass',
      areaId,
      keyId: KEY.id,
      subjectId: pass.id,
      issuedAt,
      notBefore: pass.validFrom,
      expiresAt: pass.validUntil,
      more: { detail: detailOf(pass), holderId: holderIdOf(pass) },
    },
    SEED,
  );

/** The same on a phone's screen at a time. */
export const onScreen = (pass: KnownPass, at: number, secret = SECRET): string =>
  withTail(printed(pass), rollingCode(passKey(secret, pass.id, SIGNED_AT), at));
