const HOUR = 3_600_000;
const WEEK = 7 * 24 * HOUR;
/** Monday, 3 a.m. in Shanghai: when fewest phones ask for a new term. The epoch began on a Thursday. */
const OFFSET = 4 * 24 * HOUR - 5 * HOUR;

/** The number of the week a time lies in. @param at epoch ms */
export const weekOf = (at: number): number => Math.floor((at - OFFSET) / WEEK);

/** Epoch ms when a week begins. */
export const weekBegin = (week: number): number => OFFSET + week * WEEK;
