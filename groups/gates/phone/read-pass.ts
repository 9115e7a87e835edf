import { type KnownPass, readPass } from '#groups/passes/contract.ts';
import type { Problem } from '#kernel/problem/problem.ts';
import { fromHex } from './hex.ts';
import type { PhoneState } from './phone-state.ts';
import { nobodyKnown, type Who } from './who.ts';

/** A signed code at the gate, opened without a network; a problem where it is not one of ours. */
export async function readPassAtGate(
  text: string,
  state: PhoneState,
  areaId: string,
): Promise<Who | Problem> {
  const secrets = [...state.secrets.values()]
    .sort((a, b) => Number(a.id) - Number(b.id))
    .map(({ secret }) => fromHex(secret));
  const read = await readPass(text, { areaId, keys: [...state.keys.values()], secrets });
  if ('code' in read) return read;
  const known = state.gates.passes.get(read.passId) ?? read;
  const card = state.people.get(known.residentId ?? '') ?? null;
  const label = 'label' in known ? (known.plate ?? known.label) : null;
  return { ...nobodyKnown, card, pass: { passId: read.passId, read }, label };
}

/** A pass that was found without its code, as of a vehicle by its plate; null where this phone has none. */
export function whoseBy(state: PhoneState, passId: string): Who | null {
  const known = state.gates.passes.get(passId);
  if (!known) return null;
  const card = state.people.get(known.residentId ?? '') ?? null;
  return { ...nobodyKnown, card, pass: { passId, read: null }, label: known.plate ?? known.label };
}

/** The vehicle's pass that lasts longest and was not revoked. */
export function passOfPlate({ gates }: PhoneState, plate: string): KnownPass | undefined {
  if (plate === '') return undefined;
  return [...gates.passes.all()]
    .filter((pass) => pass.plate === plate && pass.revokedAt === null)
    .sort((a, b) => b.validUntil - a.validUntil)[0];
}
