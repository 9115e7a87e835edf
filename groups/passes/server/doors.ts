import type { SignedKind, SignedMore, SigningKey } from '#core/codes/contract.ts';
import type { PeopleReader } from '#core/people/contract.ts';
import type { ZonesReader } from '#core/zones/contract.ts';
import type { AreaTx } from '#kernel/db/area-tx.ts';

/** Names of the people at work. Unknown ids are left out. */
export interface MemberNames {
  names(tx: AreaTx, memberIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
}

/** One signed text per grant, with the key in use at `now`. Throws `codes.no-key` where the area has none. */
export type Sign = (
  tx: AreaTx,
  grants: readonly {
    readonly kind: SignedKind;
    readonly subjectId: string;
    readonly notBefore: number;
    readonly expiresAt: number;
    readonly more?: SignedMore;
  }[],
  now: number,
) => Promise<string[]>;

/** What passes read of other modules; handed over by the composition root. */
export interface PassesDoors {
  readonly people: PeopleReader;
  readonly zones: ZonesReader;
  readonly members: MemberNames;
  readonly sign: Sign;
  /** Every signing key, public halves. */
  keys(tx: AreaTx): Promise<readonly SigningKey[]>;
}
