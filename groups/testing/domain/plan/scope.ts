import type { TestingBodies } from '../../contract/commands.ts';
import type { PlaceScope, Scope } from '../../contract/rows.ts';

type GivenScope = TestingBodies['testing.create-round']['scope'];

/** What a command says of a scope, with every part there and nothing twice. */
export const wholeScope = (given: GivenScope): Scope => ({
  compoundIds: [...new Set(given.compoundIds)],
  buildingIds: [...new Set(given.buildingIds)],
  entranceIds: [...new Set(given.entranceIds)],
  zones: [...new Set(given.zones)],
  residentIds: [...new Set(given.residentIds)],
});

/** What of a scope stands in the round's own row. */
export const placesOf = ({ residentIds: _, ...places }: Scope): PlaceScope => places;
