import type { PeopleReader } from '#core/people/contract.ts';
import type { PlacesReader } from '#core/places/contract.ts';
import type { ZonesReader } from '#core/zones/contract.ts';
import type { AreaTx } from '#kernel/db/area-tx.ts';

/** Names of the people at work, for saying who did something. Unknown ids are left out. */
export interface MemberNames {
  names(tx: AreaTx, memberIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
}

/** What testing reads of other modules; handed over by the composition root. */
export interface TestingDoors {
  readonly people: PeopleReader;
  readonly places: PlacesReader;
  readonly zones: ZonesReader;
  readonly members: MemberNames;
}
