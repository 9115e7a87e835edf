import { oc } from '@orpc/contract';
import * as z from 'zod/mini';
import { PASS_KINDS } from '#groups/passes/contract.ts';
import { sameForAll } from '#kernel/query/same-for-all.ts';
import { actions } from './access.ts';
import { OUTCOMES } from './rows.ts';
import { VISIT_KINDS } from './visit-rows.ts';

const text = z.string();
const maybeText = z.nullable(text);
const count = z.int();
const instant = z.int();

const counts = { home: count, out: count, away: count, visitors: count };

const insideBuilding = z.object({
  buildingId: text,
  compoundId: text,
  compound: text,
  building: text,
  ...counts,
});

export const insideView = z.object({
  /** When it was worked out, epoch ms. */
  at: instant,
  /** In address order. */
  buildings: z.array(insideBuilding),
  /** Visitors that go to no building, by compound. */
  elsewhere: z.array(z.object({ compoundId: text, compound: text, visitors: count })),
  /** Who came in by a pass and lives nowhere here: volunteers, workers, couriers. By compound of the gate. */
  holders: z.array(z.object({ compoundId: text, compound: text, people: count })),
  late: z.object({ visits: count, out: count }),
});
export type InsideView = z.infer<typeof insideView>;

/** A visit inside, masked. */
const insideVisit = z.object({
  id: text,
  passageId: text,
  kind: z.enum(VISIT_KINDS),
  outcome: z.enum(OUTCOMES),
  buildingId: maybeText,
  /** `清源小区 3号 2单元`; the compound alone where they go to no building. */
  place: text,
  room: text,
  people: count,
  name: maybeText,
  phoneTail: maybeText,
  plate: maybeText,
  gateId: text,
  gate: text,
  enteredAt: instant,
  expectedUntil: instant,
  late: z.boolean(),
});
export type InsideVisit = z.infer<typeof insideVisit>;

/** Somebody who came in by a pass and lives nowhere here, masked; in which building is known to nobody. */
const insideHolder = z.object({
  passId: text,
  /** Null where the pass is not known any more. */
  kind: z.nullable(z.enum(PASS_KINDS)),
  name: maybeText,
  plate: maybeText,
  compoundId: maybeText,
  /** Of the gate. */
  compound: text,
  gate: text,
  since: instant,
});
export type InsideHolder = z.infer<typeof insideHolder>;

/** A resident who is out, masked. */
const outResident = z.object({
  residentId: text,
  householdId: text,
  buildingId: text,
  place: text,
  room: text,
  name: text,
  /** Whether the register has a number to call; the number itself only by a recorded look. */
  hasPhone: z.boolean(),
  gateId: text,
  gate: text,
  since: instant,
  late: z.boolean(),
});
export type OutResident = z.infer<typeof outResident>;

const evacuationPerson = z.object({
  residentId: text,
  room: text,
  entrance: maybeText,
  floor: z.nullable(count),
  sort: text,
  name: text,
  birthYear: z.nullable(count),
  tags: z.array(text),
  needsHelp: z.boolean(),
  state: z.enum(['home', 'out', 'away']),
});
export type EvacuationPerson = z.infer<typeof evacuationPerson>;

export const evacuationView = z.object({
  buildingId: text,
  compound: text,
  building: text,
  at: instant,
  /** Living residents in walking order. */
  people: z.array(evacuationPerson),
  visits: z.array(insideVisit),
  /** Inside the compound by a pass: in this building or another. */
  holders: z.array(insideHolder),
});
export type EvacuationView = z.infer<typeof evacuationView>;

/** How many who are out are sent at most, the longest first. */
export const MOST_OUT = 1000;

/** Merged into the module's queries. Action `gates:oversee`. */
export const visitQueries = {
  /** Who is inside now, building by building. */
  inside: oc
    .meta(sameForAll(actions.oversee))
    .route({ method: 'GET', path: '/gates/inside', tags: ['gates'] })
    .output(insideView),
  /** Every visit inside, the longest over its time first. */
  visitsInside: oc
    .meta(sameForAll(actions.oversee))
    .route({ method: 'GET', path: '/gates/visits-inside', tags: ['gates'] })
    .output(z.object({ visits: z.array(insideVisit) })),
  /** Who is inside by a pass, the longest first. */
  holdersInside: oc
    .meta(sameForAll(actions.oversee))
    .route({ method: 'GET', path: '/gates/holders-inside', tags: ['gates'] })
    .output(z.object({ holders: z.array(insideHolder) })),
  /** Residents who are out, the longest first, at most `MOST_OUT` of `total`. */
  outings: oc
    .meta(sameForAll(actions.oversee))
    .route({ method: 'GET', path: '/gates/outings', tags: ['gates'] })
    .output(z.object({ total: count, people: z.array(outResident) })),
  /** Whom to bring out of a building. Problem `gates.no-such-building`. */
  evacuation: oc
    .route({ method: 'GET', path: '/gates/evacuation', tags: ['gates'] })
    .input(z.object({ buildingId: z.uuid() }))
    .output(evacuationView),
};

/** Full names of a building's people, by id of resident, visit or pass; GET, behind the second factor, for whoever looked. */
export interface FullInside {
  readonly names: Readonly<Record<string, string>>;
}

export const fullInsidePath = (areaId: string, lookId: string): string =>
  `/api/areas/${areaId}/gates/looks/${lookId}/inside`;
