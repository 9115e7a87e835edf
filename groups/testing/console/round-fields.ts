import { patternFrom } from '#core/codes/contract.ts';
import type { PlacesTree } from '#core/places/contract.ts';
import type { ZoneStatus } from '#core/zones/contract.ts';
import type { RoundPlan } from '../contract/queries.ts';
import type { RoundMode, SitePlan, TestingBodies } from '../contract.ts';
import type { PeopleList } from './plan/list-text.ts';

/** What the form holds. A scope value is `compound/<id>`, `building/<id>` or `entrance/<id>`. */
export interface RoundFields {
  readonly name: string;
  readonly mode: RoundMode;
  readonly poolRatio?: number;
  readonly scope?: readonly string[];
  readonly zones?: readonly ZoneStatus[];
  readonly list?: PeopleList;
  /** `siteId` of a site that stands already. */
  readonly sites: readonly { readonly siteId?: string; readonly name: string; readonly lanes: number }[];
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

export const someScope = ({ scope = [], zones = [], list }: Partial<RoundFields>): boolean =>
  scope.length + zones.length + (list?.residentIds.length ?? 0) > 0;

/** A round that stands, as the form takes it. A laboratory's pattern stands where its code was typed. */
export function fieldsOf({ round, scope, tubeSeries, sites }: RoundPlan): RoundFields {
  const { compoundIds, buildingIds, entranceIds, zones, residentIds } = scope;
  return {
    name: round.name,
    mode: round.mode,
    ...(round.mode === 'pooled' ? { poolRatio: round.poolRatio } : {}),
    scope: [
      ...compoundIds.map((id) => COMPOUND + id),
      ...buildingIds.map((id) => BUILDING + id),
      ...entranceIds.map((id) => ENTRANCE + id),
    ],
    zones,
    list: { residentIds, pending: false },
    sites: sites.map(({ siteId, name, lanes }) => ({ siteId, name, lanes: lanes.length })),
    series: tubeSeries.kind,
    ...(tubeSeries.kind === 'lab' ? { labName: tubeSeries.name, labCode: tubeSeries.pattern } : {}),
  };
}

const isPattern = (code: string): boolean => code.includes('#');

/** The pattern that a typed code, or the pattern itself, stands for. */
export const labPatternOf = (code: string): string => (isPattern(code) ? code : patternFrom(code));

interface Making {
  readonly newId: () => string;
  /** What the nth lane of a site is called. */
  readonly laneName: (number: number) => string;
  /** Sites that stand: they and their lanes keep their ids. */
  readonly standing?: SitePlan;
}

/** The body of `create-round` and, with everything said, of `change-round`. */
export function roundBody(
  roundId: string,
  fields: RoundFields,
  making: Making,
): TestingBodies['testing.create-round'] {
  const { name, mode, poolRatio = 10, scope = [], zones = [], list, series } = fields;
  const { labName = '', labCode = '' } = fields;
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
      residentIds: [...(list?.residentIds ?? [])],
    },
    tubeSeries:
      series === 'own' ? { kind: 'own' } : { kind: 'lab', name: labName, pattern: labPatternOf(labCode) },
    sites: fields.sites.map((site) => siteOf(site, making)),
  };
}

function siteOf(
  { siteId, name, lanes }: RoundFields['sites'][number],
  { newId, laneName, standing = [] }: Making,
): SitePlan[number] {
  const own = standing.find((site) => site.siteId === siteId);
  const kept = (own?.lanes ?? []).slice(0, lanes);
  const added = Array.from({ length: lanes - kept.length }, (_, i) => ({
    laneId: newId(),
    name: laneName(kept.length + i + 1),
  }));
  return { siteId: own?.siteId ?? newId(), name, lanes: [...kept, ...added] };
}
