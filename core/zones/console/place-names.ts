import type { PlacesTree } from '#core/places/contract.ts';
import type { PlaceKind } from '../contract.ts';

export interface NamedPlace {
  readonly kind: PlaceKind;
  readonly id: string;
  /** With what it lies in: `清源一村 3号 2单元`. */
  readonly name: string;
  /** Itself and what it lies in, nearest first. */
  readonly path: readonly string[];
}

/** Every place that can be declared something, in address order, each before what lies in it. */
export function namedPlaces(tree: PlacesTree): readonly NamedPlace[] {
  return tree.compounds.flatMap((compound) => [
    { kind: 'compound' as const, id: compound.id, name: compound.name, path: [compound.id] },
    ...compound.buildings.flatMap((building) => {
      const path = [building.id, compound.id];
      const name = `${compound.name} ${building.label}`;
      return [
        { kind: 'building' as const, id: building.id, name, path },
        ...building.entrances.map(({ id, label }) => ({
          kind: 'entrance' as const,
          id,
          name: `${name} ${label}`,
          path: [id, ...path],
        })),
      ];
    }),
  ]);
}
