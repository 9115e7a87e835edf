import { createDecipheriv } from 'node:crypto';
import { sealedAbout } from '../sealed-about.ts';

const NONCE = 12;
const TAG = 16;

/**
 * What a phone encrypted: nonce (12) ‖ AES-256-GCM ciphertext ‖ tag (16), area and file bound in.
 * @param key 32 bytes
 * @returns null where the key, the place or a single bit is another
 */
export function openBytes(sealed: Buffer, key: Uint8Array, areaId: string, fileId: string): Buffer | null {
  if (key.length !== 32 || sealed.length < NONCE + TAG) return null;
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, NONCE));
  decipher.setAAD(Buffer.from(sealedAbout(areaId, fileId)));
  decipher.setAuthTag(sealed.subarray(-TAG));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(NONCE, -TAG)), decipher.final()]);
  } catch {
    return null;
  }
}
