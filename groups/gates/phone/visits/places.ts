import type { Building, Compound, Entrance } from '#core/places/contract.ts';
import type { Rows } from '#kernel/sync/rows/row-block.ts';

/** Labels of the area's places, out of the term `places.all`. */
export interface PlacesOnPhone {
  readonly compounds: Map<string, Compound>;
  readonly buildings: Map<string, Building>;
  readonly entrances: Map<string, Entrance>;
}

export const PLACE_COLLECTIONS = {
  compound: 'places.compound',
  building: 'places.building',
  entrance: 'places.entrance',
} as const;

export const noPlaces = (): PlacesOnPhone => ({
  compounds: new Map(),
  buildings: new Map(),
  entrances: new Map(),
});

export function loadPlaces(places: PlacesOnPhone, kind: keyof PlacesOnPhone, rows: Rows): void {
  // Made by the source of core/places: rows of that kind of place.
  const map = places[kind] as Map<string, unknown>;
  for (const row of rows) map.set(row.id, row);
}

export function removePlaces(places: PlacesOnPhone, kind: keyof PlacesOnPhone, ids: readonly string[]): void {
  for (const id of ids) places[kind].delete(id);
}

const bySort = (a: { readonly sort: string }, b: { readonly sort: string }): number =>
  a.sort < b.sort ? -1 : a.sort > b.sort ? 1 : 0;

/** Compounds with their buildings in address order, that of the gate first. */
export function compoundsFrom(
  places: PlacesOnPhone,
  first: string | null,
): { readonly compound: Compound; readonly buildings: readonly Building[] }[] {
  const buildings = [...places.buildings.values()].sort(bySort);
  return [...places.compounds.values()]
    .sort((a, b) => Number(b.id === first) - Number(a.id === first) || bySort(a, b))
    .map((compound) => ({
      compound,
      buildings: buildings.filter(({ compoundId }) => compoundId === compound.id),
    }));
}

export const entrancesOf = (places: PlacesOnPhone, buildingId: string): Entrance[] =>
  [...places.entrances.values()].filter((one) => one.buildingId === buildingId).sort(bySort);

/** `3号 2单元`; with the compound's name where another compound's gate says it; empty for none. */
export function placeLabel(
  places: PlacesOnPhone,
  to: { readonly buildingId: string | null; readonly entranceId: string | null },
  here: string | null,
): string {
  const building = to.buildingId === null ? undefined : places.buildings.get(to.buildingId);
  if (!building) return '';
  const compound =
    building.compoundId === here ? '' : (places.compounds.get(building.compoundId)?.name ?? '');
  const entrance = to.entranceId === null ? '' : (places.entrances.get(to.entranceId)?.label ?? '');
  return [compound, building.label, entrance].filter(Boolean).join(' ');
}
