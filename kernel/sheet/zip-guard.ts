import { inflateRawSync } from 'node:zlib';
import { ProblemError } from '../problem/problem.ts';
import type { SheetLimits } from './model.ts';
import { sheetProblems } from './problems.ts';

/** Layout: PKWARE APPNOTE 6.3.10, §4.3.7 local header, §4.3.12 central directory, §4.3.16 its end. */
const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const STORED = 0;
const DEFLATED = 8;
const ENCRYPTED_FLAG = 1;
/** A part below this may be packed as tightly as it likes. */
const SMALL_PART = 1024 * 1024;

interface Part {
  readonly method: number;
  readonly encrypted: boolean;
  readonly packed: number;
  readonly unpacked: number;
  readonly offset: number;
}

const broken = () => new ProblemError(sheetProblems.broken);

/**
 * Lets a packed workbook through only when it unpacks within the limits. First what the directory claims is added
 * up, with nothing unpacked; then each part is unpacked with its claimed size as the ceiling, so that a directory
 * that lies is found out before the reader ever sees the file.
 * Throws `sheet.packed-too-tightly`, `sheet.locked` or `sheet.broken`.
 */
export function guardZip(bytes: Uint8Array, limits: SheetLimits): void {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts = readDirectory(buffer, limits);
  let total = 0;
  for (const part of parts) {
    total += part.unpacked;
    const tight = part.unpacked > SMALL_PART && part.unpacked > part.packed * limits.packingRatio;
    if (tight || total > limits.unpackedBytes) {
      throw new ProblemError(sheetProblems['packed-too-tightly'], { limit: limits.unpackedBytes });
    }
    if (part.encrypted) throw new ProblemError(sheetProblems.locked);
  }
  for (const part of parts) unpackWithin(buffer, part, limits);
}

function readDirectory(buffer: Buffer, limits: SheetLimits): Part[] {
  const end = findEnd(buffer);
  const count = buffer.readUInt16LE(end + 10);
  let at = buffer.readUInt32LE(end + 16);
  if (count > limits.parts) {
    throw new ProblemError(sheetProblems['packed-too-tightly'], { limit: limits.parts });
  }
  const parts: Part[] = [];
  for (let i = 0; i < count; i++) {
    if (at + 46 > buffer.length || buffer.readUInt32LE(at) !== CENTRAL) throw broken();
    parts.push({
      encrypted: (buffer.readUInt16LE(at + 8) & ENCRYPTED_FLAG) !== 0,
      method: buffer.readUInt16LE(at + 10),
      packed: buffer.readUInt32LE(at + 20),
      unpacked: buffer.readUInt32LE(at + 24),
      offset: buffer.readUInt32LE(at + 42),
    });
    at += 46 + buffer.readUInt16LE(at + 28) + buffer.readUInt16LE(at + 30) + buffer.readUInt16LE(at + 32);
  }
  return parts;
}

/** The end record is followed by a comment of at most 65,535 bytes. */
function findEnd(buffer: Buffer): number {
  for (let at = buffer.length - 22; at >= 0 && at >= buffer.length - 22 - 65_535; at--) {
    if (buffer.readUInt32LE(at) === END) return at;
  }
  throw broken();
}

function unpackWithin(buffer: Buffer, part: Part, limits: SheetLimits): void {
  if (part.offset + 30 > buffer.length || buffer.readUInt32LE(part.offset) !== LOCAL) throw broken();
  const start =
    part.offset + 30 + buffer.readUInt16LE(part.offset + 26) + buffer.readUInt16LE(part.offset + 28);
  if (start + part.packed > buffer.length) throw broken();
  if (part.method === STORED) {
    if (part.packed !== part.unpacked) throw broken();
    return;
  }
  if (part.method !== DEFLATED) throw broken();
  if (part.unpacked === 0) return;
  try {
    inflateRawSync(buffer.subarray(start, start + part.packed), { maxOutputLength: part.unpacked });
  } catch (error) {
    if (error instanceof RangeError) {
      throw new ProblemError(sheetProblems['packed-too-tightly'], { limit: limits.unpackedBytes });
    }
    throw broken();
  }
}
