import { type Decision, refuse } from '#kernel/command/command.ts';
import type { Stamp } from '#kernel/command/module.ts';
import type { WorkingSet } from '#kernel/command/working-set.ts';
import { problem } from '#kernel/problem/problem.ts';
import type { CodesCommand, CodesEvent } from '../contract/commands.ts';
import { codesProblems } from './problems.ts';
import type { SigningKey } from './signed/keys.ts';

export interface KeyRow extends SigningKey {
  /** The private half, sealed; null once put away. */
  readonly sealedSeed: Uint8Array | null;
  readonly version: number;
}

export interface KeyState {
  readonly keys: WorkingSet<KeyRow>;
  /** Key pairs drawn while loading, by the id the command gives to the new key: nothing is random here. */
  readonly drawn: ReadonlyMap<string, { readonly publicKey: string; readonly sealedSeed: Uint8Array }>;
}

export function decideKeys(state: KeyState, command: CodesCommand): Decision<CodesEvent> {
  return command.kind === 'codes.rotate-key'
    ? rotate(state, command.body, command.at)
    : revoke(state, command.body.keyId, command.at);
}

function rotate(
  state: KeyState,
  { keyId, revokeOld }: { readonly keyId: string; readonly revokeOld: boolean },
  at: number,
): Decision<CodesEvent> {
  if (state.keys.get(keyId)) return refuse(problem(codesProblems['key-exists']));
  const pair = state.drawn.get(keyId);
  if (!pair) throw new Error('load draws a pair for every new key');
  const events: CodesEvent[] = [];
  for (const old of state.keys.all()) {
    if (old.validUntil !== null) continue;
    const until = Math.max(at, old.validFrom);
    events.push({ type: 'codes.key-retired', data: { keyId: old.id, at: until } });
    if (revokeOld) events.push({ type: 'codes.key-revoked', data: { keyId: old.id, at: until } });
  }
  events.push({ type: 'codes.key-made', data: { keyId, publicKey: pair.publicKey, at } });
  return { events };
}

function revoke(state: KeyState, keyId: string, at: number): Decision<CodesEvent> {
  const key = state.keys.get(keyId);
  if (!key) return refuse(problem(codesProblems['no-such-key']));
  if (key.validUntil === null) return refuse(problem(codesProblems['key-in-use']));
  // Said twice, it is still withdrawn: nothing to change.
  return { events: key.revokedAt === null ? [{ type: 'codes.key-revoked', data: { keyId, at } }] : [] };
}

export function evolveKeys(state: KeyState, event: CodesEvent, { version }: Stamp): void {
  const { keyId, at } = event.data;
  if (event.type === 'codes.key-made') {
    const sealedSeed = state.drawn.get(keyId)?.sealedSeed ?? null;
    const { publicKey } = event.data;
    state.keys.put({
      id: keyId,
      publicKey,
      sealedSeed,
      validFrom: at,
      validUntil: null,
      revokedAt: null,
      version,
    });
    return;
  }
  const key = state.keys.get(keyId);
  if (!key) return;
  state.keys.put(
    event.type === 'codes.key-retired'
      ? { ...key, validUntil: at, sealedSeed: null, version }
      : { ...key, revokedAt: at, version },
  );
}
