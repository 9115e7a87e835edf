import type { Flag } from '#kernel/command/command.ts';
import type { GatesBodies } from '../../contract/commands.ts';
import type { GatesProblem } from '../../contract/problems.ts';
import { flag } from '../command.ts';
import type { Attempt, GateAnswer, Rule } from '../decision/attempt.ts';
import { decidePassage, quotaAt } from '../decision/decide-passage.ts';
import { newlyOver } from '../decision/outings.ts';
import { showPass } from '../decision/show-pass.ts';
import type { GatesState } from '../state.ts';

type Recorded = GatesBodies['gates.record-passage'] & { readonly counts: boolean };

/** Which flag a rule's no becomes; the outings have theirs from the counting itself. */
const FLAG_OF: Readonly<Partial<Record<Rule, GatesProblem>>> = {
  zone: 'zone-forbade',
  'visit-zone': 'zone-forbade',
  pass: 'pass-was-bad',
  missed: 'missed-let-out',
};

/**
 * What a passage that went through contradicts. Only what a phone let through by its own rules is held against the
 * server's: the leader's word and an emergency stand.
 */
export function contradictions(state: GatesState, passage: Recorded, at: number): Flag[] {
  const over = passage.counts ? overQuota(state, passage, at) : [];
  if (passage.outcome !== 'allowed') return over;
  const said = decidePassage(state, attemptOf(state, passage, at));
  return [...against(passage, said), ...over];
}

function against({ passageId, householdId }: Recorded, { answer, rule, details }: GateAnswer): Flag[] {
  if (answer === 'allowed' || rule === 'outings-used') return [];
  const subjects = { passageId, ...(householdId !== null && { householdId }) };
  const code = FLAG_OF[rule];
  if (code) return [flag(code, subjects, saidOf(details))];
  return [flag('rule-not-kept', subjects, { rule: `rule.short.${rule}` })];
}

/** Statuses are said in words. */
const saidOf = ({ status, ...details }: GateAnswer['details']): GateAnswer['details'] =>
  status === undefined ? details : { ...details, status: `status.${status}` };

function overQuota(state: GatesState, passage: Recorded, at: number): Flag[] {
  const { householdId, passageId, outcome } = passage;
  if (householdId === null) return [];
  const quota = quotaAt(state, at);
  const others = state.passages.by('outings', householdId);
  return newlyOver(others, { id: passageId, at, outcome }, quota).map(({ id }) =>
    flag(
      'outings-exceeded',
      { passageId: id, householdId, ...(id !== passageId && { otherPassageId: passageId }) },
      { times: quota.times, days: quota.days },
    ),
  );
}

/** A recorded passage as it stood before the gate. */
export function attemptOf(state: GatesState, passage: Omit<Recorded, 'counts'>, at: number): Attempt {
  const { gateId, laneId, direction, residentId, householdId, passId, visitId } = passage;
  const pass = passId === null ? null : (showPass(state, passId, null, { gateId, direction, at }) ?? null);
  const visit = visitId === null ? null : (state.visits(visitId) ?? { visitId, path: [] });
  return { gateId, laneId, direction, at, residentId, householdId, pass, visit, emergency: null };
}
