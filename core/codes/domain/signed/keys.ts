/** A public key as devices hold it. The private half never leaves the server. */
export interface SigningKey {
  readonly id: string;
  /** 32 bytes, hexadecimal. */
  readonly publicKey: string;
  /** Epoch ms from which it signs, inclusive. */
  readonly validFrom: number;
  /** Epoch ms until which it signed, exclusive; null while in use. */
  readonly validUntil: number | null;
  /** Epoch ms; from then on nothing it ever signed is believed. */
  readonly revokedAt: number | null;
}

/** The key to sign with at a time; the youngest when several are in use. */
export function keyInUse<K extends SigningKey>(keys: Iterable<K>, at: number): K | undefined {
  let found: K | undefined;
  for (const key of keys) {
    if (key.revokedAt !== null || !wasInUse(key, at)) continue;
    if (!found || key.validFrom > found.validFrom) found = key;
  }
  return found;
}

export const wasInUse = (key: SigningKey, at: number): boolean =>
  key.validFrom <= at && (key.validUntil === null || at < key.validUntil);
