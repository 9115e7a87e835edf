import type { Refused } from '#kernel/command/command.ts';
import { problems } from '../contract/rules.ts';
import { no } from './verdict.ts';

const DAY_MS = 86_400_000;

/** Nobody has left on a day to come; a day's grace is for clocks and zones. @param on `YYYY-MM-DD` */
export function endDateFault(on: string | null | undefined, at: number): Refused | null {
  return on && Date.parse(on) > at + DAY_MS ? no(problems['end-date-wrong']) : null;
}
