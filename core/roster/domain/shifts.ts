/** The duty shifts of the field: 07–12, 12–18, 18–23 and a night standby (domain.md, field practice). */
export const SHIFTS = [
  { id: 'morning', from: 7, until: 12 },
  { id: 'afternoon', from: 12, until: 18 },
  { id: 'evening', from: 18, until: 23 },
  { id: 'night', from: 23, until: 31 },
] as const;

export type Shift = (typeof SHIFTS)[number];

/** A shift's period on the day that begins at local midnight `day`; hours past 24 fall on the next. */
export function shiftOn(shift: Shift, day: Date): { readonly from: number; readonly until: number } {
  const at = (hour: number) => new Date(day.getFullYear(), day.getMonth(), day.getDate(), hour).getTime();
  return { from: at(shift.from), until: at(shift.until) };
}

/** The shift to offer first: the one that has not ended yet. @param now local time */
export function nextShift(now: Date): { readonly from: number; readonly until: number } {
  for (const shift of SHIFTS) {
    const period = shiftOn(shift, now);
    if (period.until > now.getTime()) return period;
  }
  return shiftOn(SHIFTS[0], new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1));
}
