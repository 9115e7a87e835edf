import { format } from '#kernel/time-id/uuid.ts';

function bytes(uuid: string): Uint8Array {
  const hex = uuid.replaceAll('-', '');
  return Uint8Array.from({ length: 16 }, (_, i) => Number.parseInt(hex.slice(i * 2, i * 2 + 2), 16));
}

/**
 * The id of a person's place on a round's list: the exclusive or of both ids, as a UUID version 8. Phone and server
 * find the row by it without a second index; the random halves of both ids keep it unique.
 */
export function expectedId(roundId: string, residentId: string): string {
  const a = bytes(roundId);
  const b = bytes(residentId);
  const mixed = a.map((byte, i) => byte ^ (b[i] ?? 0));
  mixed[6] = 0x80 | ((mixed[6] ?? 0) & 0x0f);
  mixed[8] = 0x80 | ((mixed[8] ?? 0) & 0x3f);
  return format(mixed);
}
