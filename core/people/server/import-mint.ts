import { createHash } from 'node:crypto';
import { format } from '#kernel/time-id/uuid.ts';

/**
 * Ids of one import, each from its key: drawn up again, the plan names the same rows, so that an import that was cut
 * off goes on where it stood. Version 7 with the time of the import and a hash where randomness would be.
 * @param importId the time is taken from it
 */
export function importMint(importId: string): (key: string) => string {
  const time = Buffer.from(importId.replaceAll('-', '').slice(0, 12), 'hex');
  return (key) => {
    const bytes = createHash('sha256').update(importId).update('\u0000').update(key).digest().subarray(0, 16);
    time.copy(bytes, 0);
    bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f);
    bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
    return format(bytes);
  };
}
