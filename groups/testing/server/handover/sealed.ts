import type { SealedTable } from '#kernel/crypto/sealed-table.ts';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import type { BoxCount, HandoverSide, Signer } from '../../contract/handover-rows.ts';
import type { CountRecord, SideRecord } from '../tables.ts';

/** Names, plates and signatures of people without an account rest sealed. */
const COUNTER = 'testing.box_count.counter';
const SIGNER = 'testing.handover_side.signer';

export const sealedHandover: readonly SealedTable[] = [
  { table: 'testing.box_count', fields: [{ cipher: 'counterSealed', context: COUNTER }] },
  { table: 'testing.handover_side', fields: [{ cipher: 'signerSealed', context: SIGNER }] },
];

export function toCountRecord(tx: AreaTx, { counterName, ...count }: BoxCount): CountRecord {
  return { ...count, counterSealed: counterName === null ? null : tx.keys.seal(counterName, COUNTER) };
}

export function toCount(tx: AreaTx, { counterSealed, ...count }: CountRecord): BoxCount {
  return { ...count, counterName: counterSealed === null ? null : tx.keys.open(counterSealed, COUNTER) };
}

export function toSideRecord(tx: AreaTx, { signer, ...side }: HandoverSide): SideRecord {
  return { ...side, signerSealed: signer === null ? null : tx.keys.seal(JSON.stringify(signer), SIGNER) };
}

export function toSide(tx: AreaTx, { signerSealed, ...side }: SideRecord): HandoverSide {
  // It was sealed by `toSideRecord`, out of a body that the contract had parsed.
  const signer = signerSealed === null ? null : (JSON.parse(tx.keys.open(signerSealed, SIGNER)) as Signer);
  return { ...side, signer };
}
