// A misread code says so in the words of codes.
import '#core/codes/messages/index.ts';
import { isProblem, type ReadContext, readCode } from '#core/codes/contract.ts';
import { findByCode } from '#core/people/contract.ts';
import type { Problem } from '#kernel/problem/problem.ts';
import type { Method } from '../contract.ts';
import type { ListedCard } from './people-list.ts';
import type { PhoneRound } from './projection.ts';

/** What a reading at the lane turned out to be. */
export type Reading =
  | { readonly is: 'tube'; readonly code: string }
  | { readonly is: 'people'; readonly people: readonly ListedCard[]; readonly method: Method }
  /** A person's code or card that nobody on the list has. `codeText` is fit to be stored: never an identity number. */
  | { readonly is: 'nobody'; readonly codeText: string; readonly method: Method }
  | { readonly is: 'other'; readonly kind: string }
  | { readonly is: 'unreadable'; readonly problem: Problem };

/** How the reading reached the phone. */
export type Way = 'camera' | 'scanner' | 'typed';

/**
 * Tells a tube from a person and finds the person, without a network. An identity card is looked up by its keyed,
 * truncated hash; two people may share one, so a find may return several.
 */
export async function readAtLane(
  text: string,
  way: Way,
  round: PhoneRound,
  areaId: string,
): Promise<Reading> {
  const read = readCode(text, readContext(round, areaId));
  if (isProblem(read)) return { is: 'unreadable', problem: read };
  switch (read.kind) {
    case 'tube':
      return { is: 'tube', code: read.text };
    case 'id-card':
    case 'person': {
      const people = (await findByCode(read, round.people, round.identityKey)) ?? [];
      const isCard = read.kind === 'id-card';
      const method = isCard ? 'id-card' : way === 'camera' ? 'scan' : 'wedge';
      if (people.length > 0) return { is: 'people', people, method };
      return { is: 'nobody', codeText: isCard ? `****${read.text.slice(-4)}` : read.text, method };
    }
    default:
      return { is: 'other', kind: read.kind };
  }
}

/** A laboratory's series is known by the round that uses it. */
export function readContext(round: Pick<PhoneRound, 'round'>, areaId: string): ReadContext {
  const { tubeSeries } = round.round;
  const labs = tubeSeries.kind === 'lab' ? [{ name: tubeSeries.name, pattern: tubeSeries.pattern }] : [];
  return { areaId, labs };
}

/** Words typed to find somebody: with a digit it is a room, else a name. */
export const methodOf = (typed: string): Method => (/\d/.test(typed) ? 'room' : 'pinyin');
