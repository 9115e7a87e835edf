/** Eight hexadecimal digits of a UUID as a number, counted without its dashes. */
const words = (uuid: string): readonly [number, number, number, number] => [
  Number.parseInt(uuid.slice(0, 8), 16),
  Number.parseInt(uuid.slice(9, 13) + uuid.slice(14, 18), 16),
  Number.parseInt(uuid.slice(19, 23) + uuid.slice(24, 28), 16),
  Number.parseInt(uuid.slice(28, 36), 16),
];

const hex = (word: number): string => (word >>> 0).toString(16).padStart(8, '0');

/**
 * The id of a person's place on a round's list: the exclusive or of both ids, as a UUID version 8. Phone and server
 * find the row by it without a second index; the random halves of both ids keep it unique. Called for every scan, so
 * it works on words, not on bytes.
 */
export function expectedId(roundId: string, residentId: string): string {
  const a = words(roundId);
  const b = words(residentId);
  const time = hex(a[0] ^ b[0]);
  const kind = hex(((a[1] ^ b[1]) & 0xffff0fff) | 0x8000);
  const random = hex(((a[2] ^ b[2]) & 0x3fffffff) | 0x80000000);
  const rest = hex(a[3] ^ b[3]);
  return `${time}-${kind.slice(0, 4)}-${kind.slice(4)}-${random.slice(0, 4)}-${random.slice(4)}${rest}`;
}
