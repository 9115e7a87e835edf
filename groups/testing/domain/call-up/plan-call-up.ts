import type { CallUpChoices, Slot } from '../../contract/call-up-rows.ts';
import { batchesOfBuilding, cut, groupBy } from './batches.ts';
import { bySort, type CallUpHousehold } from './household.ts';
import { contentOf } from './slot-content.ts';
import { type PlannedStop, walkingOrder } from './walking-order.ts';

export type PlannedSlot = Pick<
  Slot,
  'siteId' | 'kind' | 'startsAt' | 'endsAt' | 'householdIds' | 'parts' | 'people' | 'priority' | 'escorts'
>;

export interface PlannedCallUp {
  /** By site, in calling order. */
  readonly slots: readonly PlannedSlot[];
  readonly doors: readonly PlannedStop[];
}

/** A site with the lanes that work there. */
export interface CallUpSite {
  readonly siteId: string;
  readonly lanes: number;
}

/**
 * Everybody awaited, each in exactly one slot or on the door list. A building goes to one site; there priority
 * households come first where they are to be early, then building after building. A slot lasts as long as its people
 * take at the site's lanes, with the slack that was chosen.
 * @param sites with at least one lane each
 * @param lift storeys from which a building has a lift
 */
export function planCallUp(
  households: readonly CallUpHousehold[],
  sites: readonly CallUpSite[],
  choices: CallUpChoices,
  lift: number,
): PlannedCallUp {
  const doors = walkingOrder(
    households.filter(({ door }) => door !== null),
    choices.teams,
  );
  const buildings = inOrder(
    households.filter(({ door }) => door === null),
    choices,
  );
  const slots = shareOut(buildings, sites, choices).flatMap(({ site, buildings: own }) =>
    slotsOf(site, own, choices, lift),
  );
  return { slots, doors };
}

type Building = readonly [buildingId: string, households: readonly CallUpHousehold[]];

/** As chosen; buildings nobody spoke of follow in address order. */
function inOrder(households: readonly CallUpHousehold[], { buildings }: CallUpChoices): Building[] {
  const found = groupBy([...households].sort(bySort), ({ buildingId }) => buildingId);
  const chosen = new Map(buildings.map(({ buildingId }, rank) => [buildingId, rank]));
  const rank = (buildingId: string) => chosen.get(buildingId) ?? chosen.size;
  return [...found].sort(([a], [b]) => rank(a) - rank(b));
}

/** Each building to the site chosen for it, or to the one that would be done with its people first. */
function shareOut(
  buildings: readonly Building[],
  sites: readonly CallUpSite[],
  choices: CallUpChoices,
): { readonly site: CallUpSite; readonly buildings: readonly Building[] }[] {
  const chosen = new Map(choices.buildings.map(({ buildingId, siteId }) => [buildingId, siteId]));
  const shares = sites.map((site) => ({ site, buildings: [] as Building[], load: 0 }));
  for (const building of buildings) {
    const [buildingId, households] = building;
    const wanted = shares.find(({ site }) => site.siteId === chosen.get(buildingId));
    const [first] = shares;
    if (!first) return [];
    const share = wanted ?? shares.reduce((least, one) => (one.load < least.load ? one : least), first);
    share.buildings.push(building);
    share.load += households.reduce((sum, { people }) => sum + people, 0) / share.site.lanes;
  }
  return shares;
}

function slotsOf(
  site: CallUpSite,
  buildings: readonly Building[],
  choices: CallUpChoices,
  lift: number,
): PlannedSlot[] {
  const { batch, floors, priority } = choices;
  const early = (household: CallUpHousehold) => priority === 'early' && household.priority > 0;
  const first = cut(
    buildings.flatMap(([, all]) => all.filter(early).map((one) => [one])),
    batch,
  );
  const others = buildings.flatMap(([, all]) =>
    batchesOfBuilding(
      all.filter((one) => !early(one)),
      batch,
      floors,
      lift,
    ),
  );
  let startsAt = choices.startsAt;
  const slot = (kind: Slot['kind'], households: readonly CallUpHousehold[]): PlannedSlot => {
    const content = contentOf(kind, households);
    const from = startsAt;
    startsAt += slotLength(content.people, site.lanes, choices);
    return { siteId: site.siteId, kind, startsAt: from, endsAt: startsAt, ...content };
  };
  return [
    ...first.map((households) => slot('priority', households)),
    ...others.map((households) => slot('block', households)),
  ];
}

/** Whole seconds, in ms: a slot of somebody lasts at least one. */
export function slotLength(
  people: number,
  lanes: number,
  { personSeconds, slack }: Pick<CallUpChoices, 'personSeconds' | 'slack'>,
): number {
  return Math.max(1, Math.round((people * personSeconds * (1 + slack / 100)) / lanes)) * 1000;
}
