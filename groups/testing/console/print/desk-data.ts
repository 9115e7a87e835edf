import type { TubeSeries } from '../../contract/rows.ts';
import type { CardPerson } from './names.ts';

/** A person of the round's list as the print desk needs it. */
export interface DeskPerson extends CardPerson {
  readonly buildingId: string;
  readonly tags: readonly string[];
  readonly away: boolean;
}

export interface DeskRound {
  readonly name: string;
  /** `YYYY-MM-DD`: the day proposed for labels, and the year that ages are told by. */
  readonly day: string;
  /** Persons a tube holds; 1: single. */
  readonly poolRatio: number;
  readonly tubeSeries: TubeSeries;
  readonly sites: readonly { readonly name: string; readonly lanes: readonly { readonly name: string }[] }[];
}

export interface DeskBuilding {
  readonly id: string;
  readonly label: string;
}

/** Lanes of all sites in order, each with the symbol its own tube series carries: 1–9, then letters. */
export function lanesOf(round: DeskRound): { readonly symbol: string; readonly where: string }[] {
  return round.sites
    .flatMap((site) => site.lanes.map((lane) => `${site.name} · ${lane.name}`))
    .map((where, i) => ({ where, symbol: LANE_SYMBOLS.charAt(i) }))
    .filter((lane) => lane.symbol !== '');
}

/** `0` is kept for labels without a lane; letters without look-alikes (core/codes). */
const LANE_SYMBOLS = '123456789ABCDEFGHJKMNPQRSTVWXYZ';
export const NO_LANE = '0';

export interface ElderRule {
  /** Years of age reached in the year of the round. */
  readonly age: number;
  /** Those living alone or immobile too, whatever their age. */
  readonly tagged: boolean;
}

const TAGS = ['lives-alone', 'immobile'];

/** Who gets a large card. Without a known year of birth only a tag says so. */
export const isElder = (person: DeskPerson, rule: ElderRule, year: number): boolean =>
  (person.birthYear !== null && year - person.birthYear >= rule.age) ||
  (rule.tagged && person.tags.some((tag) => TAGS.includes(tag)));
