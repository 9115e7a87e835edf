import { patternFrom } from '#core/codes/contract.ts';
import type { PlacesTree } from '#core/places/contract.ts';
import type { ZoneStatus } from '#core/zones/contract.ts';
import type { RoundMode, TestingBodies } from '../contract.ts';

/** What the form holds. A scope value is `compound/<id>`, `building/<id>` or `entrance/<id>`. */
export interface RoundFields {
  readonly name: string;
  readonly mode: RoundMode;
  readonly poolRatio?: number;
  readonly scope?: readonly string[];
  readonly zones?: readonly ZoneStatus[];
  readonly sites: readonly { readonly name: string; readonly lanes: number }[];
  readonly series: 'own' | 'lab';
  readonly labName?: string;
  readonly labCode?: string;
}

const COMPOUND = 'compound/';
const BUILDING = 'building/';
const ENTRANCE = 'entrance/';

/** Compounds with their buildings and those with their entrances, as the tree select takes them. */
export function scopeTree(tree: PlacesTree | undefined) {
  return (tree?.compounds ?? []).map((compound) => ({
    title: compound.name,
    value: COMPOUND + compound.id,
    children: compound.buildings.map((building) => ({
      title: `${compound.name} ${building.label}`,
      value: BUILDING + building.id,
      children: building.entrances.map((entrance) => ({
        title: `${compound.name} ${building.label} ${entrance.label}`,
        value: ENTRANCE + entrance.id,
      })),
    })),
  }));
}

const idsOf = (scope: readonly string[], prefix: string): string[] =>
  scope.filter((value) => value.startsWith(prefix)).map((value) => value.slice(prefix.length));

export const someScope = ({ scope = [], zones = [] }: Partial<RoundFields>): boolean =>
  scope.length + zones.length > 0;

/** The command's body. @param laneName what the nth lane of a site is called */
export function roundBody(
  roundId: string,
  fields: RoundFields,
  newId: () => string,
  laneName: (number: number) => string,
): TestingBodies['testing.create-round'] {
  const {
    name,
    mode,
    poolRatio = 10,
    scope = [],
    zones = [],
    sites,
    series,
    labName = '',
    labCode = '',
  } = fields;
  return {
    roundId,
    name,
    mode,
    poolRatio: mode === 'single' ? 1 : poolRatio,
    scope: {
      compoundIds: idsOf(scope, COMPOUND),
      buildingIds: idsOf(scope, BUILDING),
      entranceIds: idsOf(scope, ENTRANCE),
      zones: [...zones],
      residentIds: [],
    },
    tubeSeries:
      series === 'own' ? { kind: 'own' } : { kind: 'lab', name: labName, pattern: patternFrom(labCode) },
    sites: sites.map((site) => ({
      siteId: newId(),
      name: site.name,
      lanes: Array.from({ length: site.lanes }, (_, i) => ({ laneId: newId(), name: laneName(i + 1) })),
    })),
  };
}
