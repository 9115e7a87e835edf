import { checkSigned, type SigningKey } from '#core/codes/contract.ts';
import { type Problem, problem } from '#kernel/problem/problem.ts';
import { problems } from '../contract/problems.ts';
import type { PassForm, PassKind, QuotaRule } from '../contract/rows.ts';
import { decodeDetail } from './detail.ts';
import { isRollingCode, passKey, shownAt } from './rolling.ts';

/** What a pass's code says by itself, its signature good. Whether it holds is for `judgePass`. */
export interface ReadPass {
  readonly passId: string;
  readonly kind: PassKind;
  readonly quota: QuotaRule;
  readonly form: PassForm;
  readonly residentId: string | null;
  readonly householdId: string | null;
  readonly memberId: string | null;
  /** Epoch ms, as it was when it was printed or shown. */
  readonly validFrom: number;
  readonly validUntil: number;
  readonly keyId: string;
  /** When it was signed, epoch ms, to the second. */
  readonly signedAt: number;
  /** The rolling code, where one follows; `genuine` null where the device cannot tell. */
  readonly shown: { readonly at: number; readonly genuine: boolean | null } | null;
}

export interface ReadPassContext {
  readonly areaId: string;
  /** Rows of the term `codes.keys`. */
  readonly keys: readonly SigningKey[];
  /** Area's secrets of rolling codes, 32 bytes each, newest first; empty where the device holds none. */
  readonly secrets: readonly Uint8Array[];
}

/**
 * Opens a pass and checks its signature, with no network.
 * @param text as `readCode` of core/codes returned it, kind `signed`
 * @returns problems of core/codes: damaged, forged, unknown or revoked key, another area; or that it is no pass
 */
export async function readPass(text: string, context: ReadPassContext): Promise<ReadPass | Problem> {
  const code = await checkSigned(text, context);
  if ('code' in code) return code;
  const detail = code.more ? decodeDetail(code.more.detail) : null;
  if (code.kind !== 'pass' || !detail) return problem(problems['no-pass']);
  const holderId = code.more?.holderId ?? null;
  const idOf = (holder: typeof detail.holder) => (detail.holder === holder ? holderId : null);
  return {
    passId: code.subjectId,
    kind: detail.kind,
    quota: detail.quota,
    form: detail.form,
    residentId: idOf('resident'),
    householdId: idOf('household'),
    memberId: idOf('member'),
    validFrom: code.notBefore,
    validUntil: code.expiresAt,
    keyId: code.keyId,
    signedAt: code.issuedAt,
    shown: code.tail ? shownOf(code.tail, code.subjectId, code.issuedAt, context.secrets) : null,
  };
}

function shownOf(
  tail: Uint8Array,
  passId: string,
  signedAt: number,
  secrets: readonly Uint8Array[],
): ReadPass['shown'] {
  const genuine =
    secrets.length === 0
      ? null
      : secrets.some((secret) => isRollingCode(passKey(secret, passId, signedAt), tail));
  return { at: shownAt(tail), genuine };
}
