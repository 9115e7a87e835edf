// A misread code says so in the words of codes.
import '#core/codes/messages/index.ts';
import { isProblem, readCode } from '#core/codes/contract.ts';
import { findByCode } from '#core/people/contract.ts';
import type { Problem } from '#kernel/problem/problem.ts';
import type { GateCard } from '../contract/sync.ts';
import type { PhoneState } from './phone-state.ts';

/** What a reading at the gate turned out to be. */
export type Reading =
  /** Empty: a person's code or card of nobody here. */
  | { readonly is: 'people'; readonly people: readonly GateCard[] }
  | { readonly is: 'signed'; readonly text: string }
  | { readonly is: 'other' }
  | { readonly is: 'unreadable'; readonly problem: Problem };

const NO_KEY = new Uint8Array(32);

/** Tells a person's code from a pass and finds the person, without a network. */
export async function readAtGate(text: string, state: PhoneState, areaId: string): Promise<Reading> {
  const read = readCode(text, { areaId, labs: [] });
  if (isProblem(read)) return { is: 'unreadable', problem: read };
  if (read.kind === 'signed') return { is: 'signed', text: read.text };
  const people = await findByCode(read, state.people, state.identityKey ?? NO_KEY);
  return people ? { is: 'people', people } : { is: 'other' };
}
