import type { ReadPass } from '#groups/passes/contract.ts';
import type { Problem } from '#kernel/problem/problem.ts';
import type { GateCard } from '../contract/sync.ts';
import type { Attempt, ShownPass, ShownVisit } from '../domain/decision/attempt.ts';
import { showPass } from '../domain/decision/show-pass.ts';
import type { PhoneState } from './phone-state.ts';

/** Who stands at the gate. */
export interface Who {
  readonly card: GateCard | null;
  /** The pass that was held out; `read` null where it was found without its code. */
  readonly pass: { readonly passId: string; readonly read: ReadPass | null } | null;
  readonly visit: ShownVisit | null;
  /** What is said of a pass's holder or a visit: a masked name, a plate, a kind. */
  readonly label: string | null;
  /** Why the code that was held out is no good; nothing is known of who holds it. */
  readonly badCode: Problem | null;
}

export const nobodyKnown: Who = { card: null, pass: null, visit: null, label: null, badCode: null };
export const oneOf = (card: GateCard): Who => ({ ...nobodyKnown, card });

/** Whether it is the same person, pass or visit: a scanner may read one code twice. */
export const isSame = (a: Who, b: Who): boolean =>
  a.card || b.card
    ? a.card?.id === b.card?.id
    : a.pass?.passId === b.pass?.passId && a.visit?.visitId === b.visit?.visitId;

/** `3号楼 402 王**`: address first. */
export const personLine = (card: Pick<GateCard, 'building' | 'entrance' | 'room' | 'nameMask'>): string =>
  [card.building, card.entrance, card.room, card.nameMask]
    .filter((part) => part !== null && part !== '')
    .join(' ');

/** The person as the decision asks, with the pass judged as it stands now. */
export function attemptOf(
  { card, pass, visit }: Who,
  state: PhoneState,
  place: Pick<Attempt, 'gateId' | 'laneId' | 'direction' | 'at'>,
): Attempt {
  const shown = pass ? (showPass(state.gates, pass.passId, pass.read, place) ?? null) : null;
  return { ...place, ...idsOf(card, shown), pass: shown, visit, emergency: null };
}

function idsOf(card: GateCard | null, pass: ShownPass | null): Pick<Attempt, 'residentId' | 'householdId'> {
  if (card) return { residentId: card.id, householdId: card.householdId };
  return { residentId: pass?.residentId ?? null, householdId: pass?.householdId ?? null };
}
