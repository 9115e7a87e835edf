import { GROUPS } from '#core/accounts/contract.ts';
import { workingIn } from '#core/handovers/contract.ts';

/** What a phone is given to hold, and by which action, which grants or what of one's own. */
export type DeclaredTerm =
  | { readonly action: string }
  | { readonly grants: readonly string[] }
  | { readonly own: string };

const handovers = GROUPS.map((group): [string, DeclaredTerm] => [
  `handovers.group/${group}`,
  { grants: workingIn(group) },
]);

/** Every term by the part of its name that is always the same. */
export const DECLARED_TERMS: Readonly<Record<string, DeclaredTerm>> = {
  'accounts.me': { action: 'accounts:see-mine' },
  'places.all': { action: 'places:read' },
  'roster.mine': { action: 'roster:see-mine' },
  'conduct.mine': { action: 'conduct:learn' },
  ...Object.fromEntries(handovers),
  'zones.all': { action: 'zones:see' },
  'codes.keys': { own: 'any standing' },
  'testing.round': { action: 'testing:view' },
  'testing.set-up': { action: 'testing:set-up' },
  'passes.all': { action: 'passes:view' },
  'passes.mine': { own: 'whoever holds a pass' },
  'gates.area': { action: 'gates:view' },
  'privacy.mine': { action: 'privacy:promise' },
};
