import * as z from 'zod/mini';

/** The first millisecond of our era and the last of the year 9999: what lies outside has no common form in text. */
export const EARLIEST = -62_135_596_800_000;
export const LATEST = 253_402_300_799_999;

/**
 * An instant that somebody names in a command or asks about, epoch ms from 1970 to 9999. What lies outside would be
 * stored by Postgres, and then be a row that nobody can read.
 */
export const instant = z.int().check(z.minimum(0), z.maximum(LATEST));
