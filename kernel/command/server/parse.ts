import { createHash } from 'node:crypto';
import { type Problem, problem } from '../../problem/problem.ts';
import { EARLIEST, LATEST } from '../../time-id/instant.ts';
import { isUuid } from '../../time-id/uuid.ts';
import { canonicalJson } from '../canonical.ts';
import type { CommandEnvelope, Flag } from '../command.ts';
import type { CommandKind } from '../module.ts';
import { commandProblems } from '../problems.ts';
import { correctTime } from '../time.ts';
import { derivedUuid } from './derived-uuid.ts';
import type { AnyCommandModule, CommandRegistry } from './registry.ts';

/** What stands around a command when it arrives. */
export interface Receipt {
  /** The signed-in member, or a system actor. */
  readonly callerId: string;
  readonly isSystem: boolean;
  readonly deviceId: string | null;
  readonly clockOffset: number | null;
  readonly receivedAt: number;
  /** Set when who brings it is in doubt: a fact is flagged with it, a wish refused. */
  readonly distrust?: Flag;
}

/** A command on its way: known well enough to be logged, with what it asks or why it cannot be asked. */
export interface Parsed {
  readonly id: string;
  readonly kind: string;
  readonly actorId: string;
  readonly claimedAt: number;
  readonly at: number;
  readonly doubt: Problem | null;
  readonly receipt: Receipt;
  readonly hash: Buffer;
  /** The envelope as it arrived, as canonical JSON, for the log. */
  readonly canonical: string;
  readonly asks:
    | { readonly kind: CommandKind; readonly module: AnyCommandModule; readonly body: unknown }
    | { readonly refused: Problem };
}

/** Never throws: whatever arrived is made into something that can be answered and kept. */
export function parseCommand(registry: CommandRegistry, arrived: unknown, receipt: Receipt): Parsed {
  const { input, canonical } = canonicalOf(arrived);
  const hash = createHash('sha256').update(canonical).digest().subarray(0, 16);
  const envelope = readEnvelope(input);
  if (!envelope) {
    const kind = 'malformed';
    const refused = problem(commandProblems.malformed);
    const { receivedAt, callerId } = receipt;
    const times = { claimedAt: receivedAt, at: receivedAt, doubt: null };
    return {
      id: derivedUuid(canonical),
      kind,
      actorId: callerId,
      ...times,
      receipt,
      hash,
      canonical,
      asks: { refused },
    };
  }
  const { id, kind, actorId, claimedAt } = envelope;
  const { clockOffset, receivedAt } = receipt;
  const time =
    registry.kind(kind)?.kind.judgedBy === 'receipt'
      ? { at: receivedAt, doubt: null }
      : correctTime(claimedAt, clockOffset, receivedAt);
  const asks = readBody(registry, envelope, receipt, canonical);
  return { id, kind, actorId, claimedAt, ...time, receipt, hash, canonical, asks };
}

/** A NUL, as JSON writes it: no text of Postgres holds one, and no keyboard makes one. */
const holdsNul = (canonical: string): boolean => /(?:^|[^\\])(?:\\\\)*\\u0000/.test(canonical);

/** What is nested deeper than any command is kept as nothing: it can be read by nobody, and fills the stack. */
function canonicalOf(input: unknown): { readonly input: unknown; readonly canonical: string } {
  try {
    return { input, canonical: canonicalJson(input) };
  } catch (error) {
    if (error instanceof RangeError) return { input: null, canonical: 'null' };
    throw error;
  }
}

function readEnvelope(input: unknown): CommandEnvelope | null {
  if (typeof input !== 'object' || input === null) return null;
  const e = input as Partial<CommandEnvelope>;
  const fits =
    isUuid(e.id) &&
    typeof e.kind === 'string' &&
    e.kind.length <= 80 &&
    Number.isInteger(e.v) &&
    Number.isFinite(e.claimedAt) &&
    (e.claimedAt as number) >= EARLIEST &&
    (e.claimedAt as number) <= LATEST &&
    typeof e.actorId === 'string' &&
    e.actorId.length <= 80 &&
    !`${e.kind}${e.actorId}`.includes('\0');
  return fits ? (e as CommandEnvelope) : null;
}

function readBody(
  registry: CommandRegistry,
  envelope: CommandEnvelope,
  receipt: Receipt,
  canonical: string,
): Parsed['asks'] {
  const known = registry.kind(envelope.kind);
  // The kind is the client's text: named back only when it is one of ours.
  if (!known) return { refused: problem(commandProblems['unknown-kind']) };
  if (!receipt.isSystem && envelope.actorId !== receipt.callerId) {
    return { refused: problem(commandProblems['not-the-author']) };
  }
  const { kind, module } = known;
  if (receipt.distrust && kind.nature === 'wish') return { refused: receipt.distrust.problem };
  if (envelope.v > kind.v)
    return { refused: problem(commandProblems['too-new'], { kind: envelope.kind, v: kind.v }) };
  if (holdsNul(canonical))
    return { refused: problem(commandProblems['bad-body'], { kind: envelope.kind, path: '' }) };
  let body: unknown = envelope.body;
  for (let v = envelope.v; v < kind.v; v++) {
    const lift = kind.upcast?.[v];
    if (!lift) return { refused: problem(commandProblems['bad-body'], { kind: envelope.kind, path: 'v' }) };
    body = lift(body);
  }
  const result = kind.body.safeParse(body);
  if (!result.success) {
    const path = fieldOf(result.error.issues[0]?.path ?? []);
    return {
      refused: problem(commandProblems['bad-body'], { kind: envelope.kind, path }),
    };
  }
  return { kind, module, body: result.data };
}

/** Names the field by our own words: a key that could be the client's text ends the path. */
function fieldOf(path: readonly PropertyKey[]): string {
  const end = path.findIndex(
    (part) => typeof part !== 'number' && !/^[a-z][A-Za-z]{0,30}$/.test(String(part)),
  );
  return path.slice(0, end === -1 ? 4 : Math.min(end, 4)).join('.');
}
