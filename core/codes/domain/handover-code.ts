import { symbolOf, symbolValue } from './alphabet.ts';
import { plainCode } from './plain.ts';

/** What a hand-over code tells whoever types it, with no network: how much changes hands. */
export interface HandedOver {
  /** At most 31. */
  readonly boxes: number;
  /** At most 1,023. */
  readonly things: number;
}

const MOST_BOXES = 31;
const MOST_THINGS = 1023;
const RANDOM = 5;

/**
 * Names one hand-over between two people: 25 random bits, so that a day's hand-overs of an area differ, and how many
 * boxes and things it is of. @param random at least five bytes
 */
export function handoverCode(areaId: string, { boxes, things }: HandedOver, random: Uint8Array): string {
  const much = Math.min(things, MOST_THINGS);
  const head = Array.from(random.subarray(0, RANDOM), symbolOf).join('');
  const tail = symbolOf(Math.min(boxes, MOST_BOXES)) + symbolOf(much >>> 5) + symbolOf(much);
  return plainCode('handover', areaId, head + tail);
}

export function handedOver(serial: string): HandedOver {
  const [boxes = 0, high = 0, low = 0] = [...serial.slice(RANDOM)].map((symbol) => symbolValue(symbol) ?? 0);
  return { boxes, things: high * 32 + low };
}

/** A box in a hand-over's QR code. */
interface QrBox {
  readonly code: string;
  readonly tubes: number;
}

/** What the QR code carries beside the code itself: when, and which boxes with how many tubes each. */
export interface HandoverQr {
  readonly code: string;
  /** Epoch ms, to the second. */
  readonly at: number;
  readonly boxes: readonly QrBox[];
}

/** All in QR's alphanumeric set: `VK7X2M4Q139D*L2XW5K*XK7000000012:24*…`. */
export const handoverQr = ({ code, at, boxes }: HandoverQr): string =>
  [
    code,
    Math.floor(at / 1000)
      .toString(36)
      .toUpperCase(),
    ...boxes.map((box) => `${box.code}:${box.tubes}`),
  ].join('*');

/** Null for what is no such QR code; its code is still to be read with `readCode`, which proves its check symbol. */
export function readHandoverQr(text: string): HandoverQr | null {
  const [code = '', time = '', ...boxes] = text.trim().toUpperCase().split('*');
  const at = Number.parseInt(time, 36) * 1000;
  if (!Number.isSafeInteger(at) || boxes.length === 0) return null;
  const read = boxes.map((one) => /^([^:]+):(\d{1,4})$/.exec(one));
  if (read.some((box) => box === null)) return null;
  return {
    code,
    at,
    boxes: read.flatMap((box) => (box?.[1] ? [{ code: box[1], tubes: Number(box[2]) }] : [])),
  };
}
