import type { CallUpBasis, CallUpView } from '../../contract/call-up-queries.ts';
import type { FloorOrder, PriorityWay } from '../../contract/call-up-rows.ts';
import type { TestingBodies } from '../../contract/commands.ts';
import { atClock, clock } from './clock.ts';

/** Choices of a plan as the form holds them. */
export interface ChoicesForm {
  /** The day of the call-up, epoch ms of any moment of it. */
  readonly day: number;
  /** `HH:MM` */
  readonly starts: string;
  readonly batch: number;
  readonly slack: number;
  readonly teams: number;
  readonly floors: FloorOrder;
  readonly priority: PriorityWay;
  readonly buildings: readonly { readonly buildingId: string; readonly siteId: string | null }[];
}

const QUARTER = 15 * 60_000;

/** As planned before; else by the settings, from the next full quarter of an hour on, buildings in address order. */
export function firstChoices(view: CallUpView, basis: CallUpBasis, now: number): ChoicesForm {
  const soon = Math.ceil(now / QUARTER) * QUARTER;
  const before = view.plan?.choices;
  const known = before?.buildings ?? [];
  const missing = [...new Set(basis.households.map(({ buildingId }) => buildingId))].filter(
    (id) => !known.some(({ buildingId }) => buildingId === id),
  );
  const startsAt = before && before.startsAt > now ? before.startsAt : soon;
  const sites = new Set(view.sites.map(({ siteId }) => siteId));
  return {
    day: startsAt,
    starts: clock(startsAt),
    batch: before?.batch ?? basis.batch,
    slack: before?.slack ?? basis.slack,
    teams: before?.teams ?? 1,
    floors: before?.floors ?? 'top',
    priority: before?.priority ?? 'early',
    buildings: [
      ...known.map(({ buildingId, siteId }) => ({
        buildingId,
        siteId: siteId !== null && sites.has(siteId) ? siteId : null,
      })),
      ...missing.map((buildingId) => ({ buildingId, siteId: null })),
    ],
  };
}

/** Null while the time makes no sense. @param personSeconds at a lane, its share of the tube change in it */
export function choicesOf(
  form: ChoicesForm,
  personSeconds: number,
): TestingBodies['testing.plan-call-up']['choices'] | null {
  const startsAt = atClock(form.day, form.starts);
  if (startsAt === null) return null;
  const { batch, slack, teams, floors, priority } = form;
  const buildings = form.buildings.map((one) => ({ ...one }));
  return { startsAt, buildings, floors, priority, batch, personSeconds, slack, teams };
}
