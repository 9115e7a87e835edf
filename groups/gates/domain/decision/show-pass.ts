import { judgePass, passRulesAt, problems, type ReadPass } from '#groups/passes/contract.ts';
import type { GatesState } from '../state.ts';
import type { Attempt, ShownPass } from './attempt.ts';
import { statusOfPerson, whoOf } from './decide-passage.ts';

type World = Pick<GatesState, 'gates' | 'passes' | 'passSettings' | 'people' | 'presence' | 'statuses'>;

const SUSPENDED: ReadonlySet<string> = new Set([problems.suspended.code, problems['zone-suspended'].code]);

/**
 * What the rules of passes say of one that is held out at a gate, by its code, by what is known of it, or both.
 * @param passId of the code or of the row
 * @returns undefined where neither is there: nothing is known of such a pass
 */
export function showPass(
  world: World,
  passId: string,
  read: ReadPass | null,
  { gateId, direction, at }: Pick<Attempt, 'gateId' | 'direction' | 'at'>,
): ShownPass | undefined {
  const known = world.passes.get(passId) ?? null;
  const holder = known ?? read;
  if (!holder) return undefined;
  const person = whoOf(world, holder);
  const last = world.presence.get(holder.residentId ?? passId) ?? null;
  const { answer, problem, pass } = judgePass({
    read,
    known,
    at,
    direction,
    compoundId: world.gates.get(gateId)?.compoundId ?? null,
    zone: person ? statusOfPerson(world, person, at) : null,
    // What lies behind it in time says nothing of it: passages sync in any order.
    last: last && last.at < at ? last : null,
    rules: passRulesAt(world.passSettings, at),
  });
  return {
    passId,
    kind: pass.kind,
    residentId: pass.residentId,
    householdId: pass.householdId,
    quota: pass.quota,
    verdict: answer,
    why: problem,
    suspended: problem !== null && SUSPENDED.has(problem.code),
  };
}
