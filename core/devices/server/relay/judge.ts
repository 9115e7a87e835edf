import type { CommandEnvelope, Flag } from '#kernel/command/command.ts';
import type { Receipt } from '#kernel/command/server/parse.ts';
import { signedText } from '#kernel/command/signed-text.ts';
import { isSignedBy } from '#kernel/crypto/author-signature.ts';
import { type Problem, problem } from '#kernel/problem/problem.ts';
import { devicesProblems as p } from '../../contract/problems.ts';
import type { AuthorKey } from '../../contract/rows.ts';
import type { OpenedEntry } from './open-entry.ts';

/**
 * Whose command it is, by the key that signed it: the receipt under which it is then decided like any other, at its
 * own time and by its author's grants. Never throws.
 */
export function judgeEntry(
  { envelope, deviceId, offset }: OpenedEntry,
  key: AuthorKey | undefined,
  areaId: string,
  receivedAt: number,
): Receipt | Problem {
  if (!key) return problem(p['unknown-key']);
  if (key.memberId !== envelope.actorId || key.deviceId !== deviceId) return problem(p['key-of-another']);
  if (!isSigned(envelope, key, areaId)) return problem(p['wrong-signature']);
  const distrust = distrustOf(key);
  return {
    callerId: key.memberId,
    isSystem: false,
    deviceId,
    clockOffset: offset,
    receivedAt,
    ...(distrust ? { distrust } : {}),
  };
}

/** A body nested without end has no text to sign; nobody signed it. */
function isSigned(envelope: CommandEnvelope, key: AuthorKey, areaId: string): boolean {
  const { signature, ...signed } = envelope;
  try {
    const text = signedText(signed, areaId);
    return isSignedBy(text, signature ?? '', Buffer.from(key.publicKey, 'base64url'));
  } catch {
    return false;
  }
}

/** A key that has ended signs on paper only: whether it was before or after, nobody but its holder knows. */
function distrustOf(key: AuthorKey): Flag | null {
  if (key.endedAt === null) return null;
  const kind = key.endedBecause === 'left' ? p['author-left'] : p['revoked-device'];
  return { problem: problem(kind), subjects: { deviceId: key.deviceId } };
}
