import type { AreaTx } from '#kernel/db/area-tx.ts';
import type { ConductReader } from '../contract/readers.ts';
import { fitnessOf } from '../domain/fitness.ts';
import { findAcknowledgements, findAttempts, findCodes, toCode } from './store.ts';

export const conductReader: ConductReader = {
  async fitFor(tx, memberIds, group) {
    const codes = (await findCodes(tx)).map(toCode);
    const own = await ownOf(tx, memberIds);
    return new Map(memberIds.map((id) => [id, fitnessOf(codes, group, own(id))]));
  },
};

/** Sittings and acknowledgements per member. */
export async function ownOf(tx: AreaTx, memberIds: readonly string[]) {
  const attempts = await findAttempts(tx, memberIds);
  const acknowledgements = await findAcknowledgements(tx, memberIds);
  const isOf = (id: string) => (row: { readonly memberId: string }) => row.memberId === id;
  return (id: string) => ({
    attempts: attempts.filter(isOf(id)),
    acknowledgements: acknowledgements.filter(isOf(id)),
  });
}
