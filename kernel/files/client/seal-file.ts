import { boxKey, closeBox, openBox } from '../../vault/box.ts';
import { type Bytes, fromBase64url, random, toBase64url } from '../../vault/bytes.ts';
import { sealedAbout } from '../sealed-about.ts';

export interface SealedFile {
  /** Nonce (12) | AES-256-GCM ciphertext and tag. */
  readonly sealed: Bytes;
  /** Its own key and nothing else's, 32 bytes, base64url. */
  readonly key: string;
}

/** Encrypts a file as it rests on the phone and, the same bytes, on the server. */
export async function sealFile(bytes: Bytes, areaId: string, fileId: string): Promise<SealedFile> {
  const raw = random(32);
  return {
    sealed: await closeBox(await boxKey(raw), bytes, sealedAbout(areaId, fileId)),
    key: toBase64url(raw),
  };
}

/** Null where the key, the place or a single bit is another. */
export async function openFile(
  { sealed, key }: { readonly sealed: Uint8Array; readonly key: string },
  areaId: string,
  fileId: string,
): Promise<Bytes | null> {
  return openBox(await boxKey(fromBase64url(key)), sealed, sealedAbout(areaId, fileId));
}
