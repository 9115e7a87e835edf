import type { KnownPass } from '#groups/passes/contract.ts';
import type { GatesState } from '../state.ts';

/**
 * Who of a household goes out on its outings: those who live in it and have a pass to their own name that uses them. A
 * pass is the one place where somebody is named. Without one, or with one of the household, anybody may go. One that
 * is suspended names on: it is the person's own trouble, not a way out for another.
 * @param at epoch ms
 */
export const namedOf = (
  { people, passes }: Pick<GatesState, 'people' | 'passes'>,
  householdId: string,
  at: number,
): readonly string[] =>
  people
    .household(householdId)
    .map(({ residentId }) => residentId)
    .filter((residentId) => passes.by('resident', residentId).some((pass) => isNaming(pass, at)));

const isNaming = ({ kind, quota, revokedAt, validFrom, validUntil }: KnownPass, at: number): boolean =>
  kind === 'resident' && quota === 'household' && revokedAt === null && validFrom <= at && at < validUntil;
