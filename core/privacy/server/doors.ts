import type { SealedTable } from '#kernel/crypto/sealed-table.ts';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import type { PersonalData } from '#kernel/personal-data/declaration.ts';
import type { KeysDoor } from './keys-door.ts';

/** What privacy is lent by the composition root: what all mounted modules declare, and the key files. */
export interface PrivacyDoors {
  readonly personalData: readonly PersonalData[];
  readonly sealed: readonly SealedTable[];
  readonly keys: KeysDoor;
  /** `memberNames` of core/accounts. */
  readonly members: {
    names(tx: AreaTx, memberIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
  };
}
