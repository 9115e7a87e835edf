/**
 * Places of an area: compounds 小区, buildings 楼栋, entrances 单元, dwellings 室. The only door for other modules.
 *
 * Sync: the term `places.all` carries the collections `places.compound`, `places.building` and `places.entrance`
 * (labels, no persons) to every member; dwellings travel with the rows that need them.
 */
export { bodies, kinds, type PlacesBodies, type PlacesCommandKind } from './contract/commands.ts';
export type { PlaceKind, PlacesEvent } from './contract/events.ts';
export {
  type BuildingPage,
  buildingPage,
  type PlacesTree,
  placesTree,
  queries,
  savedAddressRules,
} from './contract/queries.ts';
export type {
  BuildingLabel,
  DwellingOccupancy,
  NewPlaces,
  PlaceIndexRows,
  PlaceScope,
  PlacesReader,
  PlacesWriter,
} from './contract/readers.ts';
export type {
  Building,
  Compound,
  Dwelling,
  DwellingLabel,
  Entrance,
  SavedAddressRule,
} from './contract/rows.ts';
export { actions, problems, rules } from './contract/rules.ts';
export { KNOWN_RULES, type KnownRule } from './domain/address/catalogue.ts';
export {
  type AddressDoubt,
  type AddressReading,
  type ParsedAddress,
  parseAddress,
} from './domain/address/parse.ts';
export { type RuleProposal, recogniseRules } from './domain/address/recognise.ts';
export { type AddressRule, addressRuleFault, addressRuleSchema } from './domain/address/rule.ts';
export { isCalled } from './domain/called.ts';
