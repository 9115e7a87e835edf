import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import { isoCBOR } from '@simplewebauthn/server/helpers';

interface Options {
  readonly challenge: string;
}

/** A device with passkeys, as a browser speaks to it: what it answers is what a page would send. */
export class Authenticator {
  readonly id = randomBytes(16).toString('base64url');
  private readonly keys: { readonly privateKey: KeyObject; readonly publicKey: KeyObject };
  private counter = 0;

  constructor(private readonly origin: string) {
    this.keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  }

  /** The answer to `navigator.credentials.create`. @param more e.g. another origin, as a false page would have it */
  create({ challenge }: Options, more: { origin?: string; verified?: boolean } = {}) {
    const { x = '', y = '' } = this.keys.publicKey.export({ format: 'jwk' });
    const key = new Map<number, number | Uint8Array>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, bytes(x)],
      [-3, bytes(y)],
    ]);
    const id = bytes(this.id);
    const made = Buffer.concat([
      this.head(0x41, more),
      Buffer.alloc(16),
      Buffer.from([0, id.length]),
      id,
      isoCBOR.encode(key),
    ]);
    const attestation = new Map<string, string | Uint8Array | Map<string, string>>([
      ['fmt', 'none'],
      ['attStmt', new Map<string, string>()],
      ['authData', Uint8Array.from(made)],
    ]);
    return this.answer({
      clientDataJSON: this.clientData('webauthn.create', challenge, more).toString('base64url'),
      attestationObject: Buffer.from(isoCBOR.encode(attestation)).toString('base64url'),
    });
  }

  /** The answer to `navigator.credentials.get`, with its counter one further. @param more `counter`: a copy that lags behind */
  get({ challenge }: Options, more: { origin?: string; verified?: boolean; counter?: number } = {}) {
    this.counter = more.counter ?? this.counter + 1;
    const head = this.head(0x01, more);
    const clientData = this.clientData('webauthn.get', challenge, more);
    const signed = Buffer.concat([head, createHash('sha256').update(clientData).digest()]);
    return this.answer({
      clientDataJSON: clientData.toString('base64url'),
      authenticatorData: head.toString('base64url'),
      signature: sign('sha256', signed, this.keys.privateKey).toString('base64url'),
    });
  }

  private answer<R extends object>(response: R) {
    return { id: this.id, rawId: this.id, type: 'public-key', clientExtensionResults: {}, response };
  }

  private clientData(type: string, challenge: string, { origin = this.origin }: { origin?: string }): Buffer {
    return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
  }

  /** Authenticator data (Web Authentication Level 3, 6.1): the name's hash, flags, counter. */
  private head(flags: number, { verified = true }: { verified?: boolean }): Buffer {
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(this.counter);
    const name = createHash('sha256').update(new URL(this.origin).hostname).digest();
    return Buffer.concat([name, Buffer.from([flags | (verified ? 0x04 : 0)]), counter]);
  }
}

const bytes = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'base64url'));
