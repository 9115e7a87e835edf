import type { SigningKey } from '#core/codes/contract.ts';
import { PeopleIndex } from '#core/people/contract.ts';
import type { PassSetting, RollingSecret } from '#groups/passes/contract.ts';
import type { SettingOnPhone } from '#kernel/settings/setting.ts';
import type { GateCard } from '../contract/sync.ts';
import { createGatesState, type GatesState } from '../domain/state.ts';
import { noPlaces, type PlacesOnPhone } from './visits/places.ts';

/** What a phone at a gate holds: the state of the rules, and what it finds people by. */
export interface PhoneState {
  readonly gates: GatesState;
  readonly people: PeopleIndex<GateCard>;
  readonly places: PlacesOnPhone;
  /** By row id: dated values the area has set. */
  readonly settings: Map<string, SettingOnPhone>;
  /** What signed codes are verified with, by key id. */
  readonly keys: Map<string, SigningKey>;
  /** What rolling codes are checked with, by id. */
  readonly secrets: Map<string, RollingSecret>;
  readonly passSettings: Map<string, PassSetting>;
  /** What identity numbers are hashed with; null while nothing was pulled. */
  identityKey: Uint8Array | null;
}

export function createPhoneState(): PhoneState {
  const people = new PeopleIndex<GateCard>();
  const gates = createGatesState();
  // A card is what the rules need of a person under another name of the id.
  gates.people = {
    person: (id) => placeOf(people.get(id)),
    household: (id) => people.household(id).flatMap((card) => placeOf(card) ?? []),
  };
  return {
    gates,
    people,
    places: noPlaces(),
    settings: new Map(),
    keys: new Map(),
    secrets: new Map(),
    passSettings: new Map(),
    identityKey: null,
  };
}

const placeOf = (card: GateCard | undefined) =>
  card && {
    residentId: card.id,
    householdId: card.householdId,
    compoundId: card.compoundId,
    buildingId: card.buildingId,
    entranceId: card.entranceId,
  };
