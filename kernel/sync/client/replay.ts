import type { Command, CommandEnvelope } from '../../command/command.ts';
import { isRefused } from '../../command/command.ts';
import type { Stamp } from '../../command/module.ts';
import type { ClientKind, Projection } from './projection.ts';
import type { Guess } from './state.ts';

/** A waiting command, opened. */
export interface Waiting {
  readonly envelope: CommandEnvelope;
  /** Server clock minus device clock when it was made, ms. */
  readonly offset: number;
}

/**
 * The phone's guess of what a command does: decided and, unless it is refused, evolved over the state.
 * Nothing reads a clock here: the command carries its time.
 */
export function replay<S>(projection: Projection<S>, state: S, waiting: Waiting, deviceId: string): Guess {
  const command = asCommand(projection, waiting, deviceId);
  const decision = projection.decide(state, command);
  if (isRefused(decision)) return { flags: [], refused: decision.refused };
  const stamp = pendingStamp(command, waiting);
  for (const event of decision.events) projection.evolve(state, event, stamp);
  return { flags: decision.flags ?? [], refused: null };
}

/** Only decided, nothing evolved: what `dispatch` asks before it keeps the command. */
export function guess<S>(projection: Projection<S>, state: S, waiting: Waiting, deviceId: string): Guess {
  const decision = projection.decide(state, asCommand(projection, waiting, deviceId));
  return isRefused(decision)
    ? { flags: [], refused: decision.refused }
    : { flags: decision.flags ?? [], refused: null };
}

function asCommand<S>(projection: Projection<S>, waiting: Waiting, deviceId: string): Command {
  const { envelope, offset } = waiting;
  const kind = projection.kinds[envelope.kind];
  if (!kind) throw new Error(`${projection.name} decides no ${envelope.kind}`);
  return {
    id: envelope.id,
    kind: envelope.kind,
    at: envelope.claimedAt + offset,
    actorId: envelope.actorId,
    deviceId,
    body: lift(kind, envelope),
  };
}

/** A command made by an older version of the page is brought to the body's present shape, as the server does. */
function lift(kind: ClientKind, envelope: CommandEnvelope): unknown {
  let body = envelope.body;
  for (let v = envelope.v; v < kind.v; v++) {
    const upcast = kind.upcast?.[v];
    if (!upcast) throw new Error(`${envelope.kind}: no way from version ${v} to ${v + 1}`);
    body = upcast(body);
  }
  return body;
}

function pendingStamp(command: Command, waiting: Waiting): Stamp {
  return {
    version: 0,
    commandId: command.id,
    actorId: command.actorId,
    deviceId: command.deviceId,
    at: command.at,
    receivedAt: waiting.envelope.claimedAt,
  };
}
