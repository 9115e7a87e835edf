import type { AreaTx } from '#kernel/db/area-tx.ts';
import type { Sample } from '../contract/rows.ts';
import type { SampleRecord } from './tables.ts';

/** What was read of somebody unknown may be an identity number: it rests sealed. */
const CONTEXT = 'testing.sample.code';

export function toRecord(tx: AreaTx, { codeText, ...sample }: Sample): SampleRecord {
  if (codeText === null) return { ...sample, codeSealed: null, codeBlind: null };
  return { ...sample, codeSealed: tx.keys.seal(codeText, CONTEXT), codeBlind: blindCode(tx, codeText) };
}

export function toSample(tx: AreaTx, { codeSealed, codeBlind: _, ...record }: SampleRecord): Sample {
  return { ...record, codeText: codeSealed === null ? null : tx.keys.open(codeSealed, CONTEXT) };
}

export const blindCode = (tx: AreaTx, codeText: string): Buffer => tx.keys.blindIndex(CONTEXT, codeText);
