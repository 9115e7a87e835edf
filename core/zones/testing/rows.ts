import type { PositiveCase } from '../contract/positives.ts';
import type { StepRule } from '../domain/next-step.ts';
import type { StatusRow } from '../domain/state.ts';
import { declared } from './declared.ts';

export const DAY = 86_400_000;

/** The steps of Shanghai, 22 May 2022; a positive closes its building. */
export const RULE: StepRule = {
  lockdownDays: 7,
  controlDays: 7,
  controlAfterLockdownDays: 3,
  precautionDays: 3,
  countFromPositive: true,
  positiveSealsBuilding: true,
  positiveDays: 14,
};

/** A declaration as it was made: from its beginning on, open unless it has an end. */
export function declaredRow(
  placeId: string,
  status: StatusRow['status'],
  change: Partial<StatusRow> = {},
): StatusRow {
  const row = { ...declared(placeId, status), ...change };
  return {
    setBy: 'secretary',
    setAt: row.from,
    plannedUntil: row.until,
    replaces: row.until === null,
    endedAt: null,
    withdrawnAt: null,
    endReason: null,
    version: 1,
    ...row,
  };
}

/** Somebody at 3号 1单元 of `c`, whose own swab was positive. */
export const positive = (id: string, knownAt: number, change: Partial<PositiveCase> = {}): PositiveCase => ({
  id,
  compoundId: 'c',
  buildingId: 'b3',
  entranceId: 'e1',
  knownAt,
  corrected: false,
  ...change,
});
