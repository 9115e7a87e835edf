import { format } from '#kernel/time-id/uuid.ts';
import { decodeBytes, encodeBytes } from '../alphabet.ts';

/**
 * A signed code in base 32 after the letter S: the payload and 64 bytes of Ed25519 signature (RFC 8032).
 *
 * byte 0 make · 1 kind · 2–5 end of the area's id · 6–9 end of the key's id · 10–25 subject id ·
 * 26–29 issued · 30–33 not before · 34–37 expiry, all seconds since the epoch, big-endian.
 * Make 1 ends here: 38 bytes of payload, 165 symbols, a QR code of version 7 at level M in its alphanumeric mode.
 * Make 2 goes on: 38 a byte that its kind explains · 39–54 holder id, zeros for none: 55 bytes, 192 symbols. Sixteen
 * more symbols may follow that are not signed, 208 in all: a QR code of version 8 at level M holds 221.
 */
export interface SignedPayload {
  readonly kind: SignedKind;
  readonly areaId: string;
  readonly keyId: string;
  readonly subjectId: string;
  /** Epoch ms, cut to seconds; within the time its key was in use. */
  readonly issuedAt: number;
  /** Epoch ms, inclusive. */
  readonly notBefore: number;
  /** Epoch ms, exclusive. */
  readonly expiresAt: number;
  /** Given: make 2. */
  readonly more?: SignedMore;
}

/** What make 2 carries besides, so that a device that never heard of the subject can judge it. */
export interface SignedMore {
  /** One byte; what it means is its kind's affair. */
  readonly detail: number;
  readonly holderId: string | null;
}

/** Kinds that grant something. Numbers are written into codes and never reused. */
export const SIGNED_KINDS = { pass: 1, badge: 2 } as const;
export type SignedKind = keyof typeof SIGNED_KINDS;

/** Payload bytes by make. */
const PAYLOAD = [0, 38, 55] as const;
const SIGNATURE = 64;
const lengthOf = (payload: number): number => 1 + Math.ceil(((payload + SIGNATURE) * 8) / 5);
const LENGTH_1 = lengthOf(PAYLOAD[1]);
const LENGTH_2 = lengthOf(PAYLOAD[2]);
/** Symbols that may follow a code of make 2: ten bytes. */
const TAIL = 16;
const NOBODY = '00000000-0000-0000-0000-000000000000';

/** By shape only. */
export const isSignedText = (symbols: string): boolean =>
  symbols.startsWith('S') && symbols.length >= 100 && symbols.length <= 2 * LENGTH_1;

/** The bytes that are signed. */
export function encodePayload(payload: SignedPayload): Uint8Array {
  const make = payload.more ? 2 : 1;
  const bytes = new Uint8Array(PAYLOAD[make]);
  const view = new DataView(bytes.buffer);
  bytes[0] = make;
  bytes[1] = SIGNED_KINDS[payload.kind];
  bytes.set(idEnd(payload.areaId), 2);
  bytes.set(idEnd(payload.keyId), 6);
  bytes.set(idBytes(payload.subjectId), 10);
  view.setUint32(26, Math.floor(payload.issuedAt / 1000));
  view.setUint32(30, Math.floor(payload.notBefore / 1000));
  view.setUint32(34, Math.floor(payload.expiresAt / 1000));
  if (payload.more) {
    bytes[38] = payload.more.detail;
    bytes.set(idBytes(payload.more.holderId ?? NOBODY), 39);
  }
  return bytes;
}

export function signedText(payload: Uint8Array, signature: Uint8Array): string {
  const whole = new Uint8Array(payload.length + SIGNATURE);
  whole.set(payload);
  whole.set(signature, payload.length);
  return `S${encodeBytes(whole)}`;
}

/** What is written in a signed code, not yet believed. */
export interface OpenedCode {
  readonly kind: SignedKind;
  /** Four bytes as hexadecimal text: the end of the area's and the key's id. */
  readonly areaEnd: string;
  readonly keyEnd: string;
  readonly subjectId: string;
  readonly issuedAt: number;
  readonly notBefore: number;
  readonly expiresAt: number;
  /** Null in make 1. */
  readonly more: SignedMore | null;
  /** What follows the signature and is not signed; null where nothing does. */
  readonly tail: Uint8Array | null;
  readonly payload: Uint8Array;
  readonly signature: Uint8Array;
}

/** Null when it is cut off, too long, or of another make or kind. */
export function openSigned(symbols: string): OpenedCode | null {
  if (!symbols.startsWith('S')) return null;
  const long = symbols.length === LENGTH_2 + TAIL;
  if (!long && symbols.length !== LENGTH_1 && symbols.length !== LENGTH_2) return null;
  const make = symbols.length === LENGTH_1 ? 1 : 2;
  const bytes = decodeBytes(symbols.slice(1, make === 1 ? LENGTH_1 : LENGTH_2));
  const tail = long ? decodeBytes(symbols.slice(LENGTH_2)) : null;
  if (!bytes || bytes[0] !== make || (long && !tail)) return null;
  const kind = (Object.keys(SIGNED_KINDS) as SignedKind[]).find((name) => SIGNED_KINDS[name] === bytes[1]);
  if (!kind) return null;
  const view = new DataView(bytes.buffer);
  return {
    kind,
    areaEnd: hex(bytes.subarray(2, 6)),
    keyEnd: hex(bytes.subarray(6, 10)),
    subjectId: format(bytes.subarray(10, 26)),
    issuedAt: view.getUint32(26) * 1000,
    notBefore: view.getUint32(30) * 1000,
    expiresAt: view.getUint32(34) * 1000,
    more: make === 1 ? null : moreOf(bytes),
    tail,
    payload: bytes.slice(0, PAYLOAD[make]),
    signature: bytes.slice(PAYLOAD[make]),
  };
}

function moreOf(bytes: Uint8Array): SignedMore {
  const holderId = format(bytes.subarray(39, 55));
  return { detail: bytes[38] ?? 0, holderId: holderId === NOBODY ? null : holderId };
}

/**
 * A signed text of make 2 with ten bytes behind it that are not signed.
 * @param text as it was signed, without any
 */
export const withTail = (text: string, tail: Uint8Array): string => text + encodeBytes(tail);

/** The last four bytes of an id as `OpenedCode` writes them. */
export const endOf = (id: string): string => id.slice(-8);

const hex = (bytes: Uint8Array): string => Array.from(bytes, (b) => b.toString(16).padStart(2, '0')).join('');

function idBytes(id: string): Uint8Array {
  const digits = id.replaceAll('-', '');
  return Uint8Array.from({ length: 16 }, (_, i) => Number.parseInt(digits.slice(i * 2, i * 2 + 2), 16));
}

const idEnd = (id: string): Uint8Array => idBytes(id).subarray(12);
