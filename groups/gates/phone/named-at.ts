import type { GateCard } from '../contract/sync.ts';
import type { Attempt, GateAnswer } from '../domain/decision/attempt.ts';
import { namedOf } from '../domain/decision/named.ts';
import type { PhoneState } from './phone-state.ts';

/** Whom the household's passes name: said where another stands there, and where its own card was held out. */
export function namedAt(
  { gates, people }: PhoneState,
  { direction, residentId, householdId, at }: Attempt,
  { rule }: GateAnswer,
): readonly GateCard[] {
  const home = householdId ?? people.get(residentId ?? '')?.householdId ?? null;
  const nobodySaid = residentId === null && direction === 'out';
  if (home === null || (rule !== 'not-named' && !nobodySaid)) return [];
  return namedOf(gates, home, at).flatMap((id) => people.get(id) ?? []);
}
