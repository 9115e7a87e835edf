import type { PeopleReader } from '#core/people/contract.ts';
import type { PlacesReader } from '#core/places/contract.ts';
import type { ZonesReader } from '#core/zones/contract.ts';
import type { PassesReader } from '#groups/passes/contract.ts';
import type { MissedReader } from '#groups/testing/contract.ts';
import type { AreaTx } from '#kernel/db/area-tx.ts';

/** Names of the people at work, for saying who did something. Unknown ids are left out. */
export interface MemberNames {
  names(tx: AreaTx, memberIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
}

/** What gates read of other modules; handed over by the composition root. */
export interface GatesDoors {
  readonly people: PeopleReader;
  readonly places: PlacesReader;
  readonly zones: ZonesReader;
  readonly members: MemberNames;
  /** Null where nobody is tested here: then nobody is missed. */
  readonly missed: MissedReader | null;
  /** Null where no passes are issued. */
  readonly passes: PassesReader | null;
}
