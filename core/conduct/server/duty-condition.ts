import type { DutyCondition } from '#core/roster/contract.ts';
import { problem } from '#kernel/problem/problem.ts';
import { conductProblems } from '../contract/problems.ts';
import { conductReader } from './reader.ts';

/** Nobody gets a duty in a group whose quiz he or she has not passed. What only has to be read keeps nobody away. */
export const passedFirst: DutyCondition = {
  async refusals(tx, memberIds, group) {
    const fitness = await conductReader.fitFor(tx, memberIds, group);
    const unfit = memberIds.filter((id) => fitness.get(id) === 'must-pass');
    return new Map(unfit.map((id) => [id, problem(conductProblems['not-passed'])]));
  },
};
