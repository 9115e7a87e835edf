import type { PositiveCase } from '../contract/positives.ts';
import type { Status, ZoneStatus } from '../contract/rows.ts';
import { statusAt } from './status-at.ts';

const DAY = 86_400_000;

/** The dated settings of the steps, as they hold at a time; days of 24 hours. */
export interface StepRule {
  readonly lockdownDays: number;
  readonly controlDays: number;
  readonly controlAfterLockdownDays: number;
  readonly precautionDays: number;
  /** The days are counted anew from the last positive of the place. */
  readonly countFromPositive: boolean;
  /** A positive closes the whole building; otherwise the entrance, where there is one. */
  readonly positiveSealsBuilding: boolean;
  /** How far back a positive still proposes something. */
  readonly positiveDays: number;
}

export interface NextStep {
  /** `normal`: the declaration is lifted and what lies above holds. */
  readonly to: ZoneStatus;
  /** Epoch ms from which it may be taken. */
  readonly due: number;
}

/**
 * The step that follows a declaration: lockdown → control → precaution → lifted (Shanghai, 22 May 2022). Control that
 * followed a lockdown is shorter than control of its own.
 * @param cases positives known by now, of the whole area
 * @returns null where nothing follows: normal, or one whose own end comes first
 */
export function nextStep(
  declared: Status,
  statuses: Iterable<Status>,
  cases: readonly PositiveCase[],
  rule: StepRule,
): NextStep | null {
  const { status, from, until } = declared;
  if (status === 'normal') return null;
  const [to, days] = stepOf(status, () => followsLockdown(declared, statuses), rule);
  const due = countedFrom(declared, cases, rule) + days * DAY;
  return until !== null && until <= Math.max(due, from) ? null : { to, due };
}

function stepOf(
  status: Exclude<ZoneStatus, 'normal'>,
  followed: () => boolean,
  rule: StepRule,
): [ZoneStatus, number] {
  if (status === 'lockdown') return ['control', rule.lockdownDays];
  if (status === 'precaution') return ['normal', rule.precautionDays];
  return ['precaution', followed() ? rule.controlAfterLockdownDays : rule.controlDays];
}

function followsLockdown(declared: Status, statuses: Iterable<Status>): boolean {
  const others = [...statuses].filter(({ id }) => id !== declared.id);
  return statusAt(others, [declared.placeId], declared.from - 1).status === 'lockdown';
}

function countedFrom({ placeId, from }: Status, cases: readonly PositiveCase[], rule: StepRule): number {
  if (!rule.countFromPositive) return from;
  const here = cases.filter((one) => !one.corrected && isIn(one, placeId));
  return Math.max(from, ...here.map(({ knownAt }) => knownAt));
}

export const pathOf = ({ entranceId, buildingId, compoundId }: PositiveCase): readonly string[] =>
  entranceId === null ? [buildingId, compoundId] : [entranceId, buildingId, compoundId];

export const isIn = (one: PositiveCase, placeId: string): boolean => pathOf(one).includes(placeId);
