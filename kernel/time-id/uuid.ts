/** UUID version 7 (RFC 9562 §5.7): 48 bits of Unix milliseconds, then randomness; sorts by time of making. */

/** 16 random bytes; Web Crypto on phone and server alike, a seeded source in tests and generated areas. */
export type RandomBytes = (length: number) => Uint8Array;

export const secureRandom: RandomBytes = (length) => crypto.getRandomValues(new Uint8Array(length));

const HEX = Array.from({ length: 256 }, (_, i) => i.toString(16).padStart(2, '0'));

/**
 * @param nowMs milliseconds since the epoch, of the clock that mints the id
 * @returns lower-case canonical text, 36 characters
 */
export function uuidv7(nowMs: number, random: RandomBytes = secureRandom): string {
  const b = random(16);
  const ms = Math.max(0, Math.floor(nowMs));
  const high = Math.floor(ms / 0x100000000);
  b[0] = (high >>> 8) & 0xff;
  b[1] = high & 0xff;
  b[2] = (ms >>> 24) & 0xff;
  b[3] = (ms >>> 16) & 0xff;
  b[4] = (ms >>> 8) & 0xff;
  b[5] = ms & 0xff;
  b[6] = 0x70 | ((b[6] ?? 0) & 0x0f);
  b[8] = 0x80 | ((b[8] ?? 0) & 0x3f);
  return format(b);
}

/** Sixteen bytes as canonical UUID text. */
export function format(b: Uint8Array): string {
  let text = '';
  for (let i = 0; i < 16; i++) {
    if (i === 4 || i === 6 || i === 8 || i === 10) text += '-';
    text += HEX[b[i] ?? 0];
  }
  return text;
}

const PATTERN = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

export function isUuid(text: unknown): text is string {
  return typeof text === 'string' && PATTERN.test(text);
}
