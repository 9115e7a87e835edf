import {
  PASS_FORMS,
  PASS_KINDS,
  type Pass,
  type PassForm,
  type PassKind,
  QUOTA_RULES,
  type QuotaRule,
} from '../contract/rows.ts';

/** Whose id the code carries. */
export const HOLDERS = ['none', 'resident', 'household', 'member'] as const;
export type HolderKind = (typeof HOLDERS)[number];

/** What the one byte of a signed pass says. */
export interface PassDetail {
  readonly kind: PassKind;
  readonly quota: QuotaRule;
  readonly form: PassForm;
  readonly holder: HolderKind;
}

/**
 * Bits 0–2 kind, 3 quota, 4 form, 5–6 holder, 7 zero; each is the place in its list. Codes are on paper: lists are
 * only added to, at their end.
 */
export const encodeDetail = ({ kind, quota, form, holder }: PassDetail): number =>
  PASS_KINDS.indexOf(kind) |
  (QUOTA_RULES.indexOf(quota) << 3) |
  (PASS_FORMS.indexOf(form) << 4) |
  (HOLDERS.indexOf(holder) << 5);

type Held = Pick<Pass, 'kind' | 'quota' | 'form' | 'residentId' | 'householdId' | 'memberId'>;

export const holderIdOf = (pass: Held): string | null => pass.residentId ?? pass.householdId ?? pass.memberId;

export function holderKindOf({ residentId, householdId, memberId }: Held): HolderKind {
  if (residentId !== null) return 'resident';
  if (householdId !== null) return 'household';
  return memberId === null ? 'none' : 'member';
}

export const detailOf = (pass: Held): number => encodeDetail({ ...pass, holder: holderKindOf(pass) });

/** Null for a byte that no version so far has written. */
export function decodeDetail(byte: number): PassDetail | null {
  const kind = PASS_KINDS[byte & 7];
  const quota = QUOTA_RULES[(byte >> 3) & 1];
  const form = PASS_FORMS[(byte >> 4) & 1];
  const holder = HOLDERS[(byte >> 5) & 3];
  return kind && quota && form && holder && byte < 128 ? { kind, quota, form, holder } : null;
}
