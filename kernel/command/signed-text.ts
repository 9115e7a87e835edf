import { canonicalJson } from './canonical.ts';
import type { CommandEnvelope } from './command.ts';

/** Names what is signed and in which version, so that a signature can never be taken for one over something else. */
const PREFIX = 'concerto/command/1\n';

/**
 * The text an author's key signs (Ed25519 over its UTF-8, RFC 8032; the signature travels as base64url). The area is
 * part of it though the envelope does not carry it: what was signed for one area says nothing in another.
 */
export function signedText(envelope: Omit<CommandEnvelope, 'signature'>, areaId: string): string {
  const { id, kind, v, claimedAt, actorId, body } = envelope;
  return PREFIX + JSON.stringify([id, kind, v, claimedAt, actorId, areaId, canonicalJson(body)]);
}
