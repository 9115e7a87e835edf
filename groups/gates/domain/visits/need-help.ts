import { chinaTime } from '#kernel/time-id/china-time.ts';

/** Somebody with one of these does not leave a house alone; who lives alone has nobody who would notice. */
const HELP_TAGS: ReadonlySet<string> = new Set(['immobile', 'dialysis', 'pregnant', 'infant', 'lives-alone']);

/** Born in that year or earlier: old enough to be helped. */
export type HelpBornBy = number;

/** @param helpAge years, a setting; @param at epoch ms */
export const helpBornBy = (helpAge: number, at: number): HelpBornBy =>
  Number(chinaTime(at).slice(0, 4)) - helpAge;

/** Whether somebody needs a hand when a house is emptied, as far as the register knows. */
export function needsHelp(
  person: { readonly tags: readonly string[]; readonly birthYear: number | null },
  bornBy: HelpBornBy,
): boolean {
  if (person.tags.some((tag) => HELP_TAGS.has(tag))) return true;
  return person.birthYear !== null && person.birthYear <= bornBy;
}
