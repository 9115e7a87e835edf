import { generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import type { CommandEnvelope } from '#kernel/command/command.ts';
import { signedText } from '#kernel/command/signed-text.ts';
import { sealForServer } from '#kernel/crypto/sealed-box.ts';

/** A member's key on a phone, as a vault would hold it. */
export class AuthorKeyPair {
  private readonly pair = generateKeyPairSync('ed25519');

  /** 32 bytes, base64url. */
  get publicKey(): string {
    return this.pair.publicKey.export({ format: 'der', type: 'spki' }).subarray(-32).toString('base64url');
  }

  sign(envelope: CommandEnvelope, areaId: string): CommandEnvelope {
    const text = signedText(envelope, areaId);
    return {
      ...envelope,
      signature: sign(null, Buffer.from(text), this.pair.privateKey).toString('base64url'),
    };
  }
}

export interface SealedWith {
  readonly areaId: string;
  /** The area's X25519 key, 32 bytes as base64url. */
  readonly sealTo: string;
  readonly keyId: string;
  readonly deviceId: string;
  /** Server minus device clock when it was made, ms; default: the clocks agree. */
  readonly offset?: number | null;
  /** What lies in it when that is another envelope than it is sent as. */
  readonly inside?: CommandEnvelope;
}

/** One entry of a relay, as a phone puts it away for the server. */
export function sealedEntry(envelope: CommandEnvelope, w: SealedWith): { id: string; sealed: string } {
  const content = {
    envelope: w.inside ?? envelope,
    keyId: w.keyId,
    deviceId: w.deviceId,
    offset: w.offset === undefined ? 0 : w.offset,
  };
  const context = `${w.areaId}/${envelope.id}`;
  const box = sealForServer(JSON.stringify(content), Buffer.from(w.sealTo, 'base64url'), context);
  return { id: envelope.id, sealed: box.toString('base64url') };
}

/** Any key at all, for rows that nothing is signed with. */
export const anyPublicKey = (): string =>
  Buffer.from(randomUUID().replaceAll('-', ''), 'utf8').toString('base64url');
