import {
  createCipheriv,
  createDecipheriv,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto';
import { ProblemError } from '../problem/problem.ts';
import type { AreaKeys } from './area-keys.ts';
import { cryptoProblems } from './problems.ts';

/**
 * What a phone seals for the server alone, so that an entry waiting on a shared or revoked phone can be carried by
 * anyone and read by nobody on the way. One box: ephemeral X25519 public key (32) ‖ nonce (12) ‖ AES-256-GCM
 * ciphertext and tag, under HKDF-SHA-256 of the shared secret (RFC 7748, RFC 5869; after ECIES).
 */
export interface SealedBoxes {
  /** To whom phones seal from now on: X25519, 32 bytes, with a name to keep beside it. */
  readonly sealTo: { readonly id: string; readonly publicKey: Buffer };
  /** Throws `crypto.does-not-open` when the box was altered, was sealed for another area or under another context. */
  open(box: Uint8Array, context: string): string;
}

const PURPOSE = 'outbox-seal';
const INFO = 'concerto/outbox/1';
const KEY = 32;
const NONCE = 12;
const TAG = 16;

/** DER of an X25519 key up to its 32 bytes (RFC 8410). */
const PKCS8 = Buffer.from('302e020100300506032b656e04220420', 'hex');
const SPKI = Buffer.from('302a300506032b656e032100', 'hex');

interface Pair {
  readonly privateKey: KeyObject;
  readonly publicKey: Buffer;
}

/**
 * The area's own pairs, derived from its key file: there after every restart, gone with the file. A box is not
 * marked with the key it was sealed for: it may wait on a phone over a rotation, so each version is tried.
 */
export function sealedBoxes(keys: AreaKeys): SealedBoxes {
  const pairs = keys.deriveAll(PURPOSE).map(pairOf);
  const publicKey = pairOf(keys.derive(PURPOSE)).publicKey;
  return {
    sealTo: { id: publicKey.toString('base64url').slice(0, 16), publicKey },
    open(box, context) {
      const bytes = Buffer.from(box.buffer, box.byteOffset, box.byteLength);
      for (const pair of bytes.length < KEY + NONCE + TAG ? [] : pairs) {
        const text = openBox(bytes, pair, context);
        if (text !== null) return text;
      }
      throw new ProblemError(cryptoProblems['does-not-open'], { context: PURPOSE });
    },
  };
}

/** The phone's side, as the server's tests and the command line use it. @param publicKey X25519, 32 bytes */
export function sealForServer(plain: string, publicKey: Uint8Array, context: string): Buffer {
  const ephemeral = generateKeyPairSync('x25519');
  const ephemeralPublic = rawPublic(ephemeral.publicKey);
  const shared = diffieHellman({ privateKey: ephemeral.privateKey, publicKey: publicFromRaw(publicKey) });
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', boxKey(shared, ephemeralPublic, publicKey), nonce);
  cipher.setAAD(Buffer.from(context));
  const sealed = [cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()];
  return Buffer.concat([ephemeralPublic, nonce, ...sealed]);
}

/** Null where it does not open; Node's own words differ by what was altered, and none of them helps. */
function openBox(bytes: Buffer, pair: Pair, context: string): string | null {
  const ephemeralPublic = bytes.subarray(0, KEY);
  const nonce = bytes.subarray(KEY, KEY + NONCE);
  try {
    const shared = diffieHellman({ privateKey: pair.privateKey, publicKey: publicFromRaw(ephemeralPublic) });
    const decipher = createDecipheriv('aes-256-gcm', boxKey(shared, ephemeralPublic, pair.publicKey), nonce);
    decipher.setAAD(Buffer.from(context));
    decipher.setAuthTag(bytes.subarray(-TAG));
    return decipher.update(bytes.subarray(KEY + NONCE, -TAG), undefined, 'utf8') + decipher.final('utf8');
  } catch {
    return null;
  }
}

function pairOf(secret: Buffer): Pair {
  const der = Buffer.concat([PKCS8, secret]);
  const privateKey = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  return { privateKey, publicKey: rawPublic(createPublicKey(privateKey)) };
}

function boxKey(shared: Buffer, ephemeralPublic: Uint8Array, serverPublic: Uint8Array): Buffer {
  const salt = Buffer.concat([ephemeralPublic, serverPublic]);
  return Buffer.from(hkdfSync('sha256', shared, salt, INFO, KEY));
}

const publicFromRaw = (raw: Uint8Array): KeyObject =>
  createPublicKey({ key: Buffer.concat([SPKI, raw]), format: 'der', type: 'spki' });

const rawPublic = (key: KeyObject): Buffer => key.export({ format: 'der', type: 'spki' }).subarray(-KEY);
