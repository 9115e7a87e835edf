/** Rows of passes. Instants are epoch ms; `version` is the area's version of the last change. */

/** Numbers of kinds are written into codes and never reused, see `domain/detail.ts`. */
export const PASS_KINDS = ['resident', 'volunteer', 'worker', 'courier', 'visitor', 'vehicle'] as const;
export type PassKind = (typeof PASS_KINDS)[number];

/** Whether going out with it counts against the household's outing quota. */
export const QUOTA_RULES = ['household', 'none'] as const;
export type QuotaRule = (typeof QUOTA_RULES)[number];

/** `paper`: printed, the code stays as it is; `phone`: shown on a phone, with a rolling code behind the signed one. */
export const PASS_FORMS = ['paper', 'phone'] as const;
export type PassForm = (typeof PASS_FORMS)[number];

export const REVOKE_REASONS = ['lost', 'moved', 'misused', 'misprint', 'ended', 'other'] as const;
export type RevokeReason = (typeof REVOKE_REASONS)[number];

export const SUSPEND_REASONS = ['checking', 'contact', 'rule-broken', 'other'] as const;
export type SuspendReason = (typeof SUSPEND_REASONS)[number];

/** 出入证. At most one of the three holder ids is set; none where the holder is not in the register or the roster. */
export interface Pass {
  readonly id: string;
  readonly kind: PassKind;
  /** A person of the register. */
  readonly residentId: string | null;
  /** Anybody of a household: one at a time goes out with it. */
  readonly householdId: string | null;
  /** Somebody who works here. */
  readonly memberId: string | null;
  /** A holder who is in neither, or whose vehicle it is: sealed on the server, masked on phones (`王**`). */
  readonly label: string | null;
  /** As `readPlate` of core/codes gives it; vehicles only. */
  readonly plate: string | null;
  /** Compounds it opens; empty: all of the area. */
  readonly compoundIds: readonly string[];
  readonly quota: QuotaRule;
  readonly form: PassForm;
  /** Inclusive. */
  readonly validFrom: number;
  /** Exclusive. */
  readonly validUntil: number;
  readonly issuedAt: number;
  readonly revokedAt: number | null;
  readonly revokeReason: RevokeReason | null;
  /** By hand, until it is lifted by hand. What zones suspend is not written here: `judgePass` works it out. */
  readonly suspendedAt: number | null;
  readonly suspendReason: SuspendReason | null;
  /** What was signed before this second is replaced: paper and links handed out until then open no gate. */
  readonly renewedAt: number | null;
  readonly version: number;
}

/** A pass as phones hold it: what `judgePass` asks of one that is known. */
export type KnownPass = Omit<Pass, 'issuedAt'>;
