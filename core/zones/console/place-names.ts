import type { PlacesTree } from '#core/places/contract.ts';
import type { PlaceKind } from '../contract.ts';

export interface NamedPlace {
  readonly kind: PlaceKind;
  readonly id: string;
  /** With what it lies in: `清源一村 3号 2单元`. */
  readonly name: string;
}

/** Every place that can be declared something, in address order, each before what lies in it. */
export function namedPlaces(tree: PlacesTree): readonly NamedPlace[] {
  return tree.compounds.flatMap((compound) => [
    { kind: 'compound' as const, id: compound.id, name: compound.name },
    ...compound.buildings.flatMap((building) => [
      { kind: 'building' as const, id: building.id, name: `${compound.name} ${building.label}` },
      ...building.entrances.map((entrance) => ({
        kind: 'entrance' as const,
        id: entrance.id,
        name: `${compound.name} ${building.label} ${entrance.label}`,
      })),
    ]),
  ]);
}
