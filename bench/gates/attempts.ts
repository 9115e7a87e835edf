import { type GatesArea, OUTINGS } from './area.ts';
import { OVER } from './day.ts';
import type { Came } from './passage.ts';

/** So many go out before the first of them come home. */
const TOGETHER = 400;
const LEFT = OUTINGS - 2;

/** Somebody at a gate, and of how many gates it is which. */
export interface Attempt extends Came {
  readonly nth: number;
}

/**
 * Who comes to the gates while everybody is online: people out and home again by the gate they live at, every other one by a
 * pass, as often as their outings allow after the day that was held back; one in seven turned back. Then turned back only.
 */
export function* attempts(
  { gates, households }: Pick<GatesArea, 'gates' | 'households'>,
  passes: ReadonlyMap<string, string>,
): Generator<Attempt, never> {
  const people = households.slice(OVER).flatMap(([residentId = ''], i) => {
    const nth = i % gates.length;
    const gate = gates[nth];
    const passId = i % 2 === 1 ? (passes.get(residentId) ?? null) : null;
    return gate ? [{ nth, gate, residentId, passId }] : [];
  });
  const turnedBack = { passId: null, direction: 'out', outcome: 'refused', rule: 'outings-used' } as const;
  for (let outing = 0; outing < LEFT; outing++) {
    for (let from = 0; from < people.length; from += TOGETHER) {
      const some = people.slice(from, from + TOGETHER);
      for (const [i, one] of some.entries()) {
        yield { ...one, direction: 'out', outcome: 'allowed', rule: 'within-outings' };
        if (i % 3 === 0) yield { ...one, ...turnedBack };
      }
      for (const one of some) yield { ...one, direction: 'in', outcome: 'allowed', rule: 'returning' };
    }
  }
  for (;;) for (const one of people) yield { ...one, ...turnedBack };
}
