import type { Slot } from '../../contract/call-up-rows.ts';
import type { RehearsalBasis } from '../../contract/rehearsal-queries.ts';
import { simulate } from '../rehearse/simulate.ts';
import type { CallUpSite } from './plan-call-up.ts';

type Timed = Pick<Slot, 'siteId' | 'startsAt' | 'endsAt' | 'people'>;

/** How a planned day goes, over all sites. */
export interface SlotsRehearsed {
  /** Seconds. */
  readonly longestWait: number;
  /** Epoch ms; null where nobody is called. */
  readonly finishedAt: number | null;
  readonly longestQueue: number;
}

/** What a rehearsal takes of an earlier round, or of the settings. */
export type SlotPace = Pick<RehearsalBasis, 'ratio' | 'measured' | 'personSeconds' | 'tubeChangeSeconds'>;

/** Each site by itself, with people coming in their slots: the same day for the same slots. */
export function rehearseSlots(
  slots: readonly Timed[],
  sites: readonly CallUpSite[],
  pace: SlotPace,
): SlotsRehearsed {
  let longestWait = 0;
  let longestQueue = 0;
  let finishedAt: number | null = null;
  for (const { siteId, lanes } of sites) {
    const own = slots.filter((slot) => slot.siteId === siteId && slot.people > 0);
    if (own.length === 0) continue;
    const begin = Math.min(...own.map(({ startsAt }) => startsAt));
    const seconds = (at: number) => (at - begin) / 1000;
    const day = simulate({
      slots: own.map(({ startsAt, endsAt, people }) => ({
        from: seconds(startsAt),
        until: seconds(endsAt),
        people,
      })),
      lanes: Array.from({ length: lanes }, () => ({ from: 0, breaks: [] })),
      ratio: pace.ratio,
      service:
        pace.measured.length > 0
          ? { kind: 'measured', seconds: pace.measured }
          : { kind: 'mean', seconds: pace.personSeconds },
      tubeChange: pace.tubeChangeSeconds,
      seed: 20220404,
    });
    longestWait = Math.max(longestWait, day.longestWait);
    longestQueue = Math.max(longestQueue, day.longestQueue);
    finishedAt = Math.max(finishedAt ?? 0, begin + Math.round(day.finishedAt) * 1000);
  }
  return { longestWait, finishedAt, longestQueue };
}

/** At a lane, its share of the tube change in it, seconds: what a slot's length is counted with. */
export function paceOf({ ratio, measured, personSeconds, tubeChangeSeconds }: SlotPace): number {
  const mean =
    measured.length > 0 ? measured.reduce((sum, one) => sum + one, 0) / measured.length : personSeconds;
  return mean + (ratio > 1 ? tubeChangeSeconds / ratio : 0);
}
