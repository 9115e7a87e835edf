import type { ZoneStatus } from '#core/zones/contract.ts';
import { type Problem, type ProblemDetails, problem } from '#kernel/problem/problem.ts';
import { problems } from '../contract/problems.ts';
import type { KnownPass, PassForm, PassKind, QuotaRule } from '../contract/rows.ts';
import type { ReadPass } from './read-pass.ts';
import type { PassRules } from './rules.ts';
import { STEP_MS } from './step.ts';

/** One pass held out at a gate. */
export interface PassSeen {
  /** What its code says; null where the pass was found by plate, room or name. */
  readonly read: ReadPass | null;
  /** The pass as the device knows it; null where it has never heard of it. */
  readonly known: KnownPass | null;
  /** Epoch ms, as well as the device knows the time. */
  readonly at: number;
  readonly direction: 'in' | 'out';
  /** Of the gate; null where it does not matter. */
  readonly compoundId: string | null;
  /** What holds where its holder lives; null where nobody of here holds it. */
  readonly zone: ZoneStatus | null;
  /** Its latest passage the device knows of that was let through and not taken back. */
  readonly last: { readonly direction: 'in' | 'out'; readonly at: number } | null;
  readonly rules: PassRules;
}

/** Whose pass it is and what it allows: the row where one is known, else what the code says. */
export interface JudgedPass {
  readonly passId: string;
  readonly kind: PassKind;
  readonly residentId: string | null;
  readonly householdId: string | null;
  readonly memberId: string | null;
  readonly quota: QuotaRule;
  readonly form: PassForm;
  readonly compoundIds: readonly string[];
  readonly validFrom: number;
  readonly validUntil: number;
  /** Whether the device knows the pass besides what its code says. */
  readonly known: boolean;
}

/** `refuse` and `ask` say why; whether somebody is let through besides is the gate's decision. */
export type PassVerdict =
  | { readonly answer: 'good'; readonly problem: null; readonly pass: JudgedPass }
  | { readonly answer: 'refuse' | 'ask'; readonly problem: Problem; readonly pass: JudgedPass };

/**
 * Judges a pass: revoked, replaced, suspended, its time, its place, the screen it is shown on, and whether it went this way
 * already. The row, where one is known, tells more than the paper: a pass that was extended is good with the old
 * paper, one that was cut short is not. What is first in this order is said.
 *
 * @throws Error when neither a code nor a row is given: a caller's error
 */
export function judgePass(seen: PassSeen): PassVerdict {
  const pass = judged(seen);
  const found = whyNot(seen, pass);
  return found ? { ...found, pass } : { answer: 'good', problem: null, pass };
}

interface Objection {
  readonly answer: 'refuse' | 'ask';
  readonly problem: Problem;
}

const refuse = (name: keyof typeof problems, details?: ProblemDetails): Objection => ({
  answer: 'refuse',
  problem: problem(problems[name], details),
});
const ask = (name: keyof typeof problems, details?: ProblemDetails): Objection => ({
  answer: 'ask',
  problem: problem(problems[name], details),
});

function whyNot(seen: PassSeen, pass: JudgedPass): Objection | null {
  const { known, at, compoundId } = seen;
  if (known && known.revokedAt !== null) {
    return refuse('revoked', { reason: `passes.revoke.${known.revokeReason ?? 'other'}` });
  }
  if (seen.read && known && known.renewedAt !== null && seen.read.signedAt < known.renewedAt) {
    return refuse('replaced', { since: known.renewedAt });
  }
  if (at < pass.validFrom) return refuse('not-yet-valid', { from: pass.validFrom });
  if (at >= pass.validUntil) return refuse('expired', { until: pass.validUntil });
  const screen = screenObjection(seen, pass);
  if (screen) return screen;
  if (known && known.suspendedAt !== null) {
    return refuse('suspended', { reason: `passes.suspend.${known.suspendReason ?? 'other'}` });
  }
  if (isZoneSuspended(pass, seen.zone, seen.rules)) {
    return refuse('zone-suspended', { status: `passes.zone.${seen.zone}` });
  }
  if (compoundId !== null && pass.compoundIds.length > 0 && !pass.compoundIds.includes(compoundId)) {
    return refuse('other-compound');
  }
  return copyObjection(seen);
}

/** The passes of those who live in a place rest in the statuses the area has set; nobody else's do. */
export const isZoneSuspended = (
  { kind }: Pick<JudgedPass, 'kind'>,
  zone: ZoneStatus | null,
  { suspendingStatuses }: PassRules,
): boolean => kind === 'resident' && zone !== null && suspendingStatuses.includes(zone);

/** Only a code that was read tells of a screen; who is found by name shows none. */
function screenObjection({ read, at, rules }: PassSeen, { form }: JudgedPass): Objection | null {
  if (!read || form === 'paper') return null;
  const { shown } = read;
  if (!shown) return refuse('screen-missing');
  if (shown.genuine === false) return refuse('screen-forged');
  if (shown.genuine === null) return ask('screen-unchecked');
  const allowed = rules.shownSeconds * 1000;
  // A code stands on the screen until its step is over.
  if (at > shown.at + STEP_MS + allowed) return refuse('screen-old', spanOf(at - shown.at));
  if (at < shown.at - allowed) return ask('screen-ahead', spanOf(shown.at - at));
  return null;
}

/** Two in a row in one direction: the pass is in two hands, or a passage was not written down. */
function copyObjection({ last, direction }: PassSeen): Objection | null {
  if (!last || last.direction !== direction) return null;
  return ask(direction === 'in' ? 'in-already' : 'out-already', { at: last.at });
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How far apart two clocks are, in the unit people say it in; the unit is the key of its word. @param ms a span */
function spanOf(ms: number): { readonly span: number; readonly unit: string } {
  if (ms >= 2 * DAY) return { span: Math.round(ms / DAY), unit: 'passes.unit.days' };
  if (ms >= 2 * HOUR) return { span: Math.round(ms / HOUR), unit: 'passes.unit.hours' };
  return { span: Math.max(1, Math.round(ms / MINUTE)), unit: 'passes.unit.minutes' };
}

function judged({ read, known }: PassSeen): JudgedPass {
  if (known) return { ...told(known), passId: known.id, compoundIds: known.compoundIds, known: true };
  if (!read) throw new Error('a pass is judged by its code or by its row');
  return { ...told(read), passId: read.passId, compoundIds: [], known: false };
}

/** What code and row both tell, and nothing else of them. */
function told(pass: Omit<JudgedPass, 'passId' | 'compoundIds' | 'known'>) {
  const { kind, residentId, householdId, memberId, quota, form, validFrom, validUntil } = pass;
  return { kind, residentId, householdId, memberId, quota, form, validFrom, validUntil };
}
