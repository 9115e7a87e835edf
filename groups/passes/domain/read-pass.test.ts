import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCode, withTail } from '#core/codes/contract.ts';
import { publicKeyOf, signCode } from '#core/codes/testing/signed.ts';
import { PASS_FORMS, PASS_KINDS, QUOTA_RULES } from '../contract.ts';
import { AREA, KEY, NOON, onScreen, printed, SECRET, SEED, SIGNED_AT, somePass } from '../testing/shown.ts';
import { decodeDetail, encodeDetail, HOLDERS } from './detail.ts';
import { type ReadPassContext, readPass } from './read-pass.ts';
import { passKey, rollingCode } from './rolling.ts';
import { STEP_MS } from './step.ts';

const context: ReadPassContext = { areaId: AREA, keys: [KEY], secrets: [SECRET] };
const answer = async (text: string, change: Partial<ReadPassContext> = {}): Promise<string> => {
  const read = await readPass(text, { ...context, ...change });
  return 'code' in read ? read.code : 'read';
};

describe('a pass that was printed', () => {
  const pass = somePass();
  const text = printed(pass);

  test('fits a QR code of version 8 with its rolling code, and is read as a signed code', () => {
    expect(text).toHaveLength(192);
    expect(onScreen(pass, NOON)).toHaveLength(208);
    for (const shown of [text, onScreen(pass, NOON)]) {
      expect(readCode(shown.toLowerCase(), { areaId: AREA, labs: [] })).toEqual({
        kind: 'signed',
        text: shown,
      });
    }
  });

  test('says by itself whose it is, what it allows and until when', async () => {
    expect(await readPass(text, context)).toEqual({
      passId: pass.id,
      kind: 'resident',
      quota: 'household',
      form: 'paper',
      residentId: pass.residentId,
      householdId: null,
      memberId: null,
      validFrom: pass.validFrom,
      validUntil: pass.validUntil,
      keyId: KEY.id,
      signedAt: SIGNED_AT,
      shown: null,
    });
  });

  test('stays readable for ever: this text was printed once', () => {
    expect(text).toBe(GOLDEN);
  });

  test('damaged, foreign, of an unknown or a withdrawn key, signed before or after its key: each is told apart', async () => {
    expect(await answer(text.slice(0, -1))).toBe('codes.damaged');
    expect(await answer(`${text}0`)).toBe('codes.damaged');
    const foreign = '0190c3f0-0000-7000-8000-0000000a1b2d';
    expect(await answer(printed(pass, foreign))).toBe('codes.foreign-area');
    expect(await answer(text, { keys: [] })).toBe('codes.unknown-key');
    expect(await answer(text, { keys: [{ ...KEY, revokedAt: NOON }] })).toBe('codes.revoked-key');
    expect(await answer(text, { keys: [{ ...KEY, validUntil: NOON - 2 * 3_600_000 }] })).toBe(
      'codes.key-not-in-use',
    );
  });

  test('after the key was changed is still read with the old one', async () => {
    const next = {
      ...KEY,
      id: '0190c3f0-2222-7000-8000-0000000000a2',
      publicKey: publicKeyOf(SECRET),
      validFrom: NOON,
    };
    expect(await answer(text, { keys: [next, { ...KEY, validUntil: NOON }] })).toBe('read');
  });

  test('another signed code of the area is no pass', async () => {
    const plain = {
      areaId: AREA,
      keyId: KEY.id,
      subjectId: pass.id,
      issuedAt: NOON,
      notBefore: NOON,
      expiresAt: NOON + 1e6,
    };
    expect(await answer(signCode({ ...plain, kind: 'badge' }, SEED))).toBe('passes.no-pass');
    expect(await answer(signCode({ ...plain, kind: 'pass' }, SEED))).toBe('passes.no-pass');
    const unknown = { ...plain, kind: 'pass', more: { detail: 0xff, holderId: null } } as const;
    expect(await answer(signCode(unknown, SEED))).toBe('passes.no-pass');
  });
});

describe('whoever alters a pass', () => {
  const pass = somePass({ form: 'phone' });
  const text = onScreen(pass, NOON);

  test('in any one symbol of what is signed gets nowhere', async () => {
    for (let i = 1; i < 192; i++) {
      const other = text.charAt(i) === '7' ? '8' : '7';
      const altered = text.slice(0, i) + other + text.slice(i + 1);
      expect(await answer(altered), `symbol ${i}`).not.toBe('read');
    }
  });

  test('in any symbol of the rolling code is found out', async () => {
    for (let i = 192; i < 208; i++) {
      const other = text.charAt(i) === '7' ? '8' : '7';
      const read = await readPass(text.slice(0, i) + other + text.slice(i + 1), context);
      expect('code' in read ? null : read.shown?.genuine, `symbol ${i}`).toBe(false);
    }
  });

  test('by a key of one’s own under the known key’s id is a forger', async () => {
    const own = Uint8Array.from({ length: 32 }, () => 7);
    const payload = {
      kind: 'pass',
      areaId: AREA,
      keyId: KEY.id,
      subjectId: pass.id,
      issuedAt: NOON,
      notBefore: NOON,
      expiresAt: NOON + 1e9,
      more: { detail: 0, holderId: null },
    } as const;
    expect(await answer(signCode(payload, own))).toBe('codes.forged');
  });

  test('by the rolling code of another pass is found out', async () => {
    const other = somePass({ id: '0190c3f0-3333-7000-8000-00000000cafe', form: 'phone' });
    const swapped = printed(pass) + onScreen(other, NOON).slice(192);
    expect(await readPass(swapped, context)).toMatchObject({ shown: { at: NOON, genuine: false } });
  });

  test('by a time of one’s choice behind the true one is found out', async () => {
    const code = rollingCode(passKey(SECRET, pass.id, SIGNED_AT), NOON - 24 * 3_600_000);
    const later = Uint8Array.from(code);
    later.set(rollingCode(passKey(SECRET, pass.id, SIGNED_AT), NOON).subarray(0, 4));
    expect(await readPass(withTail(printed(pass), later), context)).toMatchObject({
      shown: { genuine: false },
    });
  });

  test('at random never makes a pass', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: 119 * 8 - 1 }), async (bit) => {
        const altered = flipped(printed(pass), bit);
        expect(await answer(altered)).not.toBe('read');
      }),
    );
  });
});

describe('the rolling code', () => {
  const pass = somePass({ form: 'phone' });

  test('tells when it was on the screen, to the half minute', async () => {
    const read = await readPass(onScreen(pass, NOON + STEP_MS - 1), context);
    expect(read).toMatchObject({ shown: { at: NOON, genuine: true } });
  });

  test('is known under an earlier secret of the area too, and cannot be told without any', async () => {
    const old = Uint8Array.from({ length: 32 }, () => 3);
    const text = onScreen(pass, NOON, old);
    expect(await readPass(text, { ...context, secrets: [SECRET, old] })).toMatchObject({
      shown: { genuine: true },
    });
    expect(await readPass(text, context)).toMatchObject({ shown: { genuine: false } });
    expect(await readPass(text, { ...context, secrets: [] })).toMatchObject({ shown: { genuine: null } });
  });
});

test('every kind, quota, form and holder has a byte of its own', () => {
  const seen = new Set<number>();
  for (const kind of PASS_KINDS)
    for (const quota of QUOTA_RULES)
      for (const form of PASS_FORMS)
        for (const holder of HOLDERS) {
          const byte = encodeDetail({ kind, quota, form, holder });
          seen.add(byte);
          expect(decodeDetail(byte)).toEqual({ kind, quota, form, holder });
        }
  expect(seen.size).toBe(PASS_KINDS.length * 2 * 2 * 4);
  expect(decodeDetail(7)).toBeNull();
  expect(decodeDetail(128)).toBeNull();
});

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
function flipped(text: string, bit: number): string {
  const at = 1 + Math.floor(bit / 5);
  const value = ALPHABET.indexOf(text.charAt(at)) ^ (16 >> (bit % 5));
  return text.slice(0, at) + ALPHABET.charAt(value) + text.slice(at + 1);
}

const GOLDEN =
  'S080G02GV5G000051068C7W1K6DR010000000005YXXH5Q0NGC9DEG032BGWR0801J31Z048HE008000000001801NH9FJ2CYKK8ZVVHAVX78J2YBA4G173SCVRQ8PZQ6JNKJ8RPQKE6VG581ZATVPV39Z18B2K63484YSXKHQC69AWEJ5HFBEA8MTFDN61G';
