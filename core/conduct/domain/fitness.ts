import type { GroupId } from '#core/accounts/contract.ts';
import type { Acknowledgement, Attempt, Code } from '../contract/rows.ts';

/** How a member stands to a group's code, the worst last. */
export const FITNESS = ['not-asked', 'fit', 'must-acknowledge', 'must-pass'] as const;
export type Fitness = (typeof FITNESS)[number];

type Version = Pick<
  Code,
  'id' | 'group' | 'number' | 'questions' | 'change' | 'publishedAt' | 'replacedAt' | 'withdrawnAt'
>;

/** The version that holds for a group; undefined where none does. */
export function inForce<V extends Version>(codes: Iterable<V>, group: GroupId): V | undefined {
  for (const code of codes) {
    if (code.group === group && code.publishedAt !== null && code.replacedAt === null)
      return code.withdrawnAt === null ? code : undefined;
  }
  return undefined;
}

/**
 * The earliest version whose passing still serves: the newest that asked to be passed anew. Null: nothing has to be
 * passed.
 */
export function passedFrom(codes: Iterable<Version>, group: GroupId): number | null {
  let from: number | null = null;
  for (const { group: of, number, change } of codes) {
    if (of !== group || number === null || change !== 'pass-anew') continue;
    if (from === null || number > from) from = number;
  }
  return from;
}

/**
 * How a member stands to the code that holds for a group. Who passed or acknowledged a version has read it; one that
 * asks only to be acknowledged keeps nobody from a duty.
 * @param own that member's sittings and acknowledgements, of whichever group
 */
export function fitnessOf(
  codes: readonly Version[],
  group: GroupId,
  own: {
    readonly attempts: readonly Pick<Attempt, 'codeId' | 'passed'>[];
    readonly acknowledgements: readonly Pick<Acknowledgement, 'codeId'>[];
  },
): Fitness {
  const current = inForce(codes, group);
  if (!current) return 'not-asked';
  const passed = new Set(own.attempts.filter((one) => one.passed).map((one) => one.codeId));
  // A version without a quiz leaves nothing to be passed, whatever was before.
  const from = current.questions.length > 0 ? passedFrom(codes, group) : null;
  if (from !== null) {
    const serves = codes.some(
      ({ id, group: of, number }) => of === group && number !== null && number >= from && passed.has(id),
    );
    if (!serves) return 'must-pass';
  }
  const read = passed.has(current.id) || own.acknowledgements.some(({ codeId }) => codeId === current.id);
  return read ? 'fit' : 'must-acknowledge';
}
