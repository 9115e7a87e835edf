import type { GatesBodies } from '../../contract/commands.ts';
import { FREE } from '../../contract/settings.ts';
import { outingRule, whoOf } from '../decision/decide-passage.ts';
import type { GatesState } from '../state.ts';

type Recorded = GatesBodies['gates.record-passage'];

/**
 * Whether it uses one of the household's outings: a resident went out, was not an emergency, and lives where outings
 * are not free. Whoever goes by a pass without a quota uses none.
 */
export function usesOuting(state: GatesState, passage: Recorded, at: number): boolean {
  const { direction, outcome, passId, visitId } = passage;
  if (direction !== 'out' || outcome === 'refused' || outcome === 'emergency' || visitId !== null)
    return false;
  const person = whoOf(state, passage);
  if (!person || outingRule(state, person, at) === FREE) return false;
  return passId === null || state.passes.get(passId)?.quota !== 'none';
}
