import { KNOWN_RULES } from '#core/places/contract.ts';
import type { ImportRowsBody } from '../domain/import/rows.ts';
import { type Chance, pick } from './demo-names.ts';
import type { Ids } from './small-area.ts';

type Places = ImportRowsBody['places'];

export interface DemoCompound {
  readonly rule: Places['addressRules'][number];
  readonly compound: Places['compounds'][number];
  readonly buildings: Places['buildings'];
  readonly entrances: Places['entrances'];
  readonly dwellings: Places['dwellings'];
}

interface Plan {
  readonly name: string;
  /** Of the catalogue of address rules. */
  readonly rule: string;
  readonly labels: readonly string[];
  readonly floors: number;
  readonly perFloor: number;
  /** The part of the dwellings that are lived in. */
  readonly livedIn: number;
  /** Buildings with two staircases. */
  readonly staircases: readonly string[];
}

/** Houses of six floors with one 13号甲; two towers; an old lane, some of its houses with two staircases. */
const PLANS: readonly Plan[] = [
  {
    name: '清源小区',
    rule: 'number-room',
    labels: Array.from({ length: 60 }, (_, i) => (i === 13 ? '13号甲' : `${i < 13 ? i + 1 : i}号`)),
    floors: 6,
    perFloor: 3,
    livedIn: 0.775,
    staircases: [],
  },
  {
    name: '海棠大厦',
    rule: 'tower-room',
    labels: ['A座', 'B座'],
    floors: 27,
    perFloor: 8,
    livedIn: 0.76,
    staircases: [],
  },
  {
    name: '东园路小区',
    rule: 'lane-number-room',
    labels: Array.from({ length: 20 }, (_, i) => `15弄${i + 1}号`),
    floors: 5,
    perFloor: 2,
    livedIn: 0.845,
    staircases: ['15弄19号', '15弄20号'],
  },
];

export const demoPlaces = (ids: Ids, chance: Chance): DemoCompound[] =>
  PLANS.map((plan) => demoCompound(plan, ids, chance));

function demoCompound(plan: Plan, ids: Ids, chance: Chance): DemoCompound {
  const known = KNOWN_RULES.find((rule) => rule.name === plan.rule);
  if (!known) throw new Error(`no address rule is called ${plan.rule}`);
  const rule = { id: ids.next(), name: plan.rule, rule: known.rule };
  const compound = { id: ids.next(), name: plan.name, addressRuleId: rule.id };
  const buildings = plan.labels.map((label) => ({ id: ids.next(), compoundId: compound.id, label }));
  const entrances = buildings
    .filter((building) => plan.staircases.includes(building.label))
    .flatMap((building) =>
      ['1单元', '2单元'].map((label) => ({ id: ids.next(), buildingId: building.id, label })),
    );
  const dwellings = buildings.flatMap((building) => {
    const own = entrances.filter((entrance) => entrance.buildingId === building.id);
    return rooms(plan, chance).map(({ room, floor }) => {
      const entranceId = own.length > 0 ? pick(chance, own).id : null;
      return { id: ids.next(), buildingId: building.id, entranceId, room, floor };
    });
  });
  return { rule, compound, buildings, entrances, dwellings };
}

function rooms({ floors, perFloor, livedIn }: Plan, chance: Chance): { room: string; floor: number }[] {
  const all = Array.from({ length: floors * perFloor }, (_, i) => {
    const floor = Math.floor(i / perFloor) + 1;
    return { floor, room: `${floor}0${(i % perFloor) + 1}` };
  });
  return all.filter(() => chance() < livedIn);
}
