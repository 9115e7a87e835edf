import * as z from 'zod/mini';
import type { CommandEnvelope } from '#kernel/command/command.ts';
import type { SealedBoxes } from '#kernel/crypto/sealed-box.ts';
import { type Problem, problem } from '#kernel/problem/problem.ts';
import type { RelayEntry } from '#kernel/sync/protocol.ts';
import { devicesProblems as p } from '../../contract/problems.ts';

/** What lay in an entry: a signed envelope, and by which key on which device. Nothing of it is believed yet. */
export interface OpenedEntry {
  readonly envelope: CommandEnvelope;
  readonly keyId: string;
  readonly deviceId: string;
  /** Server minus device clock as last measured when it was made, ms; null when never measured. */
  readonly offset: number | null;
}

const content = z.object({
  envelope: z.looseObject({ id: z.uuid(), actorId: z.string(), signature: z.string() }),
  keyId: z.uuid(),
  deviceId: z.uuid(),
  offset: z.nullable(z.int().check(z.minimum(-8.64e15), z.maximum(8.64e15))),
});

/** Never throws: whatever was sent is opened or has a problem. */
export function openEntry(boxes: SealedBoxes, areaId: string, entry: RelayEntry): OpenedEntry | Problem {
  let text: string;
  try {
    text = boxes.open(Buffer.from(entry.sealed, 'base64url'), `${areaId}/${entry.id}`);
  } catch {
    return problem(p['does-not-open']);
  }
  const read = content.safeParse(parsed(text));
  if (!read.success) return problem(p['broken-entry']);
  const { envelope, ...rest } = read.data;
  if (envelope.id !== entry.id) return problem(p['other-entry']);
  return { ...rest, envelope: envelope as unknown as CommandEnvelope };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
