import type { Done } from '../caller.ts';
import { type GatesArea, OUTINGS } from './area.ts';
import { type Came, recorded } from './passage.ts';

/** Passages a resident and day. */
const A_DAY = 2;
/** Households that two gates without a network let out once too often: so many flags are meant. */
export const OVER = 100;
/** What the others use of their outings that day. */
const TWICE = 2;
const HOUR = 3_600_000;

/**
 * A day at the gates that phones held back, each phone's in order of time, spread over twelve hours. People go out and come
 * home by the gate they live at, every other one by a pass; some households go by two gates in turn, which do not hear of
 * each other, and so once too often. Where one of a household is out, another asks and is turned back; the rest are turned
 * back for passes that are not good.
 */
export function heldBack(
  { gates, households, residentIds }: Pick<GatesArea, 'gates' | 'households' | 'residentIds'>,
  passes: ReadonlyMap<string, string>,
): Done[][] {
  const passages = A_DAY * residentIds.length;
  const phones: Done[][] = gates.map(() => []);
  const begun = Date.now() - 13 * HOUR;
  let made = 0;
  const hold = (nth: number, came: Omit<Came, 'gate'>) => {
    const phone = nth % phones.length;
    const gate = gates[phone];
    if (!gate || made === passages) return;
    phones[phone]?.push(recorded({ ...came, gate }, begun + Math.floor((made / passages) * 12 * HOUR)));
    made += 1;
  };
  for (let round = 0; round <= OUTINGS; round++) {
    for (const [i, [residentId = '', ...others]] of households.entries()) {
      const goesTooOften = i < OVER;
      if (round >= (goesTooOften ? OUTINGS + 1 : TWICE)) continue;
      const gate = goesTooOften ? i + round : i;
      const passId = !goesTooOften && i % 2 === 1 ? (passes.get(residentId) ?? null) : null;
      hold(gate, { residentId, passId, direction: 'out', outcome: 'allowed', rule: 'within-outings' });
      const other = i % 3 === 0 ? others.at(-1) : undefined;
      const turnedBack = { passId: null, direction: 'out', outcome: 'refused', rule: 'someone-out' } as const;
      if (other) hold(gate, { residentId: other, ...turnedBack });
      hold(gate, { residentId, passId, direction: 'in', outcome: 'allowed', rule: 'returning' });
    }
  }
  for (let i = 0; made < passages; i++) {
    const [residentId = ''] = households[i % households.length] ?? [];
    hold(i, { residentId, passId: null, direction: 'out', outcome: 'refused', rule: 'pass' });
  }
  return phones;
}
