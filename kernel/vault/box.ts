import { type Bytes, joined, random, utf8 } from './bytes.ts';

const NONCE = 12;

/**
 * AES-256-GCM: nonce (12 bytes) | ciphertext and tag. A random nonce is safe for 2³² boxes under one key
 * (NIST SP 800-38D §8.3); a phone makes thousands.
 */
export async function closeBox(key: CryptoKey, content: Bytes, about = ''): Promise<Bytes> {
  const iv = random(NONCE);
  const sealed = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv, additionalData: utf8(about) },
    key,
    content,
  );
  return joined(iv, new Uint8Array(sealed));
}

/** Null where the key, `about` or a single bit is another. */
export async function openBox(key: CryptoKey, box: Uint8Array, about = ''): Promise<Bytes | null> {
  try {
    const iv = Uint8Array.from(box.subarray(0, NONCE));
    const sealed = Uint8Array.from(box.subarray(NONCE));
    return new Uint8Array(
      await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData: utf8(about) }, key, sealed),
    );
  } catch (error) {
    if (error instanceof DOMException && error.name === 'OperationError') return null;
    throw error;
  }
}

export function boxKey(raw: Bytes): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']);
}
