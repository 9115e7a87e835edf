import type { SealedTable } from '#kernel/crypto/sealed-table.ts';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import type { Sample } from '../contract/rows.ts';
import { expectedId } from '../domain/expected-id.ts';
import type { SampleRecord } from './tables.ts';

/** What was read of somebody unknown may be an identity number: it rests sealed. */
const CONTEXT = 'testing.sample.code';

export function toRecord(tx: AreaTx, { codeText, ...sample }: Sample): SampleRecord {
  const { residentId, roundId } = sample;
  const placeId = residentId === null ? null : expectedId(roundId, residentId);
  if (codeText === null) return { ...sample, placeId, codeSealed: null, codeBlind: null };
  return {
    ...sample,
    placeId,
    codeSealed: tx.keys.seal(codeText, CONTEXT),
    codeBlind: blindCode(tx, codeText),
  };
}

export function toSample(tx: AreaTx, record: SampleRecord): Sample {
  const { placeId: _, codeBlind: __, codeSealed, ...sample } = record;
  return { ...sample, codeText: codeSealed === null ? null : tx.keys.open(codeSealed, CONTEXT) };
}

const blindCode = (tx: AreaTx, codeText: string): Buffer => tx.keys.blindIndex(CONTEXT, codeText);

/** Every index the code may stand under: several only while keys are rotated. */
export const blindCodes = (tx: AreaTx, codeText: string): readonly Buffer[] =>
  tx.keys.blindIndexes(CONTEXT, codeText);

/** Names the key by which codes are told apart; null while it is changed and some stand under the one before. */
export function codeKey(tx: AreaTx): string | null {
  const [index, ...earlier] = tx.keys.blindIndexes(CONTEXT, '');
  return index === undefined || earlier.length > 0 ? null : index.toString('hex');
}

/** What of a sample is sealed, for the rotation of keys. */
export const sealedSample: SealedTable = {
  table: 'testing.sample',
  fields: [
    {
      cipher: 'codeSealed',
      context: CONTEXT,
      index: { column: 'codeBlind', kind: CONTEXT, as: 'bytes' },
    },
  ],
};
