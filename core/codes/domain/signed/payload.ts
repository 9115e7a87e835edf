import { format } from '#kernel/time-id/uuid.ts';
import { decodeBytes, encodeBytes } from '../alphabet.ts';

/**
 * A signed code: 38 bytes of payload and 64 of Ed25519 signature (RFC 8032), in base 32 after the letter S; 165
 * symbols, which a QR code of version 7 holds at level M in its alphanumeric mode.
 *
 * byte 0 make (1) · 1 kind · 2–5 end of the area's id · 6–9 end of the key's id · 10–25 subject id ·
 * 26–29 issued · 30–33 not before · 34–37 expiry, all seconds since the epoch, big-endian.
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
}

/** Kinds that grant something. Numbers are written into codes and never reused. */
export const SIGNED_KINDS = { pass: 1, badge: 2 } as const;
export type SignedKind = keyof typeof SIGNED_KINDS;

const MAKE = 1;
const PAYLOAD = 38;
const SIGNATURE = 64;
const LENGTH = 1 + Math.ceil(((PAYLOAD + SIGNATURE) * 8) / 5);

/** By shape only. */
export const isSignedText = (symbols: string): boolean =>
  symbols.startsWith('S') && symbols.length >= 100 && symbols.length <= 2 * LENGTH;

/** The bytes that are signed. */
export function encodePayload(payload: SignedPayload): Uint8Array {
  const bytes = new Uint8Array(PAYLOAD);
  const view = new DataView(bytes.buffer);
  bytes[0] = MAKE;
  bytes[1] = SIGNED_KINDS[payload.kind];
  bytes.set(idEnd(payload.areaId), 2);
  bytes.set(idEnd(payload.keyId), 6);
  bytes.set(idBytes(payload.subjectId), 10);
  view.setUint32(26, Math.floor(payload.issuedAt / 1000));
  view.setUint32(30, Math.floor(payload.notBefore / 1000));
  view.setUint32(34, Math.floor(payload.expiresAt / 1000));
  return bytes;
}

export function signedText(payload: Uint8Array, signature: Uint8Array): string {
  const whole = new Uint8Array(PAYLOAD + SIGNATURE);
  whole.set(payload);
  whole.set(signature, PAYLOAD);
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
  readonly payload: Uint8Array;
  readonly signature: Uint8Array;
}

/** Null when it is cut off, too long, or of another make or kind. */
export function openSigned(symbols: string): OpenedCode | null {
  if (symbols.length !== LENGTH || !symbols.startsWith('S')) return null;
  const bytes = decodeBytes(symbols.slice(1));
  if (!bytes || bytes[0] !== MAKE) return null;
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
    payload: bytes.slice(0, PAYLOAD),
    signature: bytes.slice(PAYLOAD),
  };
}

/** The last four bytes of an id as `OpenedCode` writes them. */
export const endOf = (id: string): string => id.slice(-8);

const hex = (bytes: Uint8Array): string => Array.from(bytes, (b) => b.toString(16).padStart(2, '0')).join('');

function idBytes(id: string): Uint8Array {
  const digits = id.replaceAll('-', '');
  return Uint8Array.from({ length: 16 }, (_, i) => Number.parseInt(digits.slice(i * 2, i * 2 + 2), 16));
}

const idEnd = (id: string): Uint8Array => idBytes(id).subarray(12);
