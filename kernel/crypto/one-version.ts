import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

const NONCE = 12;
const TAG = 16;
const INDEX_BYTES = 16;

/** The working keys of one version of an area's keys, derived from its 32 secret bytes (HKDF-SHA-256, RFC 5869). */
export class OneVersion {
  private readonly sealing: Buffer;
  private readonly indexing: Buffer;
  /** What stands before each sealed value; empty for version 0. */
  private readonly mark: Buffer;

  constructor(
    readonly version: number,
    readonly from: number,
    readonly logOnly: boolean,
    private readonly secret: Uint8Array,
  ) {
    this.sealing = this.derive('seal');
    this.indexing = this.derive('blind-index');
    this.mark = version === 0 ? Buffer.alloc(0) : Buffer.of(version);
  }

  derive(purpose: string): Buffer {
    return Buffer.from(hkdfSync('sha256', this.secret, '', `concerto/${purpose}`, 32));
  }

  blindIndex(kind: string, value: string): Buffer {
    const hmac = createHmac('sha256', this.indexing).update(kind).update('\0').update(value);
    return hmac.digest().subarray(0, INDEX_BYTES);
  }

  seal(plain: string, context: string): Buffer {
    const nonce = randomBytes(NONCE);
    const cipher = createCipheriv('aes-256-gcm', this.sealing, nonce);
    cipher.setAAD(Buffer.from(context));
    return Buffer.concat([
      this.mark,
      nonce,
      cipher.update(plain, 'utf8'),
      cipher.final(),
      cipher.getAuthTag(),
    ]);
  }

  /** null when it does not open. */
  open(sealed: Uint8Array, context: string): string | null {
    const all = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
    const bytes = all.subarray(this.mark.length);
    if (bytes.length < NONCE + TAG) return null;
    const decipher = createDecipheriv('aes-256-gcm', this.sealing, bytes.subarray(0, NONCE));
    decipher.setAAD(Buffer.from(context));
    decipher.setAuthTag(bytes.subarray(bytes.length - TAG));
    try {
      const body = bytes.subarray(NONCE, bytes.length - TAG);
      return decipher.update(body, undefined, 'utf8') + decipher.final('utf8');
    } catch {
      return null;
    }
  }
}
