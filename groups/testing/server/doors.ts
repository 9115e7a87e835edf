import type { PeopleReader } from '#core/people/contract.ts';
import type { PlacesReader } from '#core/places/contract.ts';

/** What testing reads of other modules; handed over by the composition root. */
export interface TestingDoors {
  readonly people: PeopleReader;
  readonly places: PlacesReader;
}
