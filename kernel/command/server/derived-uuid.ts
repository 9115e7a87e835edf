import { createHash } from 'node:crypto';
import { format } from '../../time-id/uuid.ts';

/** UUID version 8 (RFC 9562 §5.8) from a name: the same name gives the same id on every replay. */
export function derivedUuid(name: string): string {
  const b = new Uint8Array(createHash('sha256').update(name).digest().subarray(0, 16));
  b[6] = 0x80 | ((b[6] ?? 0) & 0x0f);
  b[8] = 0x80 | ((b[8] ?? 0) & 0x3f);
  return format(b);
}
