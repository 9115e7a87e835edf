import type { FileType } from './contract.ts';

const startsWith = (bytes: Uint8Array, signature: readonly number[], at = 0): boolean =>
  signature.every((byte, i) => bytes[at + i] === byte);

const ascii = (text: string): number[] => [...text].map((letter) => letter.charCodeAt(0));

/** Brands of MP4 files that are played everywhere; QuickTime's own is not among them (ISO/IEC 14496-12 §4.3). */
const MP4_BRANDS = ['isom', 'iso2', 'iso4', 'iso5', 'iso6', 'mp41', 'mp42', 'avc1', 'M4V ', 'dash'] as const;

/**
 * What the bytes are by their signature (JPEG: SOI, PNG §5.2, WebP RIFF header, MP4 `ftyp` box, WebM: EBML with that
 * document type); null when none of the allowed.
 */
export function typeOf(bytes: Uint8Array): FileType | null {
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return 'image/jpeg';
  if (startsWith(bytes, [0x89, ...ascii('PNG\r\n'), 0x1a, 0x0a])) return 'image/png';
  if (startsWith(bytes, ascii('RIFF')) && startsWith(bytes, ascii('WEBP'), 8)) return 'image/webp';
  if (startsWith(bytes, ascii('ftyp'), 4))
    return MP4_BRANDS.some((brand) => startsWith(bytes, ascii(brand), 8)) ? 'video/mp4' : null;
  if (startsWith(bytes, [0x1a, 0x45, 0xdf, 0xa3])) return isWebm(bytes) ? 'video/webm' : null;
  return null;
}

/** The document type stands in the EBML header, within its first bytes; Matroska's is another. */
function isWebm(bytes: Uint8Array): boolean {
  const webm = ascii('webm');
  for (let at = 4; at < 64; at++) if (startsWith(bytes, webm, at)) return true;
  return false;
}
