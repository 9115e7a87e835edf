import { type Problem, problem } from '#kernel/problem/problem.ts';
import { areaTag, tagOfEnd } from '../plain.ts';
import { otherAreaProblem } from '../practice-tag.ts';
import { codesProblems } from '../problems.ts';
import { unhex, type Verify, verifier } from './ed25519.ts';
import { type SigningKey, wasInUse } from './keys.ts';
import { endOf, openSigned, type SignedKind, type SignedMore } from './payload.ts';

/** A signed code that holds: who or what it is for, and until when. */
export interface VerifiedCode {
  readonly kind: SignedKind;
  readonly subjectId: string;
  readonly issuedAt: number;
  readonly notBefore: number;
  readonly expiresAt: number;
  readonly keyId: string;
}

export interface VerifyContext {
  readonly areaId: string;
  /** Every key the device holds, old ones too. */
  readonly keys: readonly SigningKey[];
  /** Epoch ms. */
  readonly now: number;
}

/**
 * Verifies without any network. The signature is checked before the dates, so that a forged code is called forged.
 * @param text as `readCode` returned it
 */
export async function verifySigned(
  text: string,
  context: VerifyContext,
  verify?: Verify,
): Promise<VerifiedCode | Problem> {
  const code = await checkSigned(text, context, verify);
  if ('code' in code) return code;
  if (context.now < code.notBefore) return problem(codesProblems['not-yet-valid'], { from: code.notBefore });
  if (context.now >= code.expiresAt) return problem(codesProblems.expired, { until: code.expiresAt });
  const { kind, subjectId, issuedAt, notBefore, expiresAt, keyId } = code;
  return { kind, subjectId, issuedAt, notBefore, expiresAt, keyId };
}

/** What a code of a good signature says; whether it holds now is for whoever knows more of it. */
export interface CheckedCode extends VerifiedCode {
  readonly more: SignedMore | null;
  readonly tail: Uint8Array | null;
}

/**
 * The same without the dates: a pass may have been extended since it was signed.
 * @param text as `readCode` returned it
 */
export async function checkSigned(
  text: string,
  context: Omit<VerifyContext, 'now'>,
  verify?: Verify,
): Promise<CheckedCode | Problem> {
  const code = openSigned(text);
  if (!code) return problem(codesProblems.damaged);
  if (code.areaEnd !== endOf(context.areaId)) {
    return otherAreaProblem(tagOfEnd(code.areaEnd), areaTag(context.areaId), 'signed');
  }
  const key = context.keys.find((candidate) => endOf(candidate.id) === code.keyEnd);
  if (!key) return problem(codesProblems['unknown-key']);
  const check = verify ?? (await verifier());
  if (!(await check(code.signature, code.payload, unhex(key.publicKey))))
    return problem(codesProblems.forged);
  if (key.revokedAt !== null) return problem(codesProblems['revoked-key']);
  if (!wasInUse(key, code.issuedAt)) return problem(codesProblems['key-not-in-use']);
  const { kind, subjectId, issuedAt, notBefore, expiresAt, more, tail } = code;
  return { kind, subjectId, issuedAt, notBefore, expiresAt, more, tail, keyId: key.id };
}
