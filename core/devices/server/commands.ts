import type { CommandModule, Reaction } from '#kernel/command/module.ts';
import { findDiscrepancies } from '#kernel/command/server/discrepancy-store.ts';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import { isUuid } from '#kernel/time-id/uuid.ts';
import {
  bodies,
  type DevicesCommand,
  type DevicesCommandKind,
  type DevicesEvent,
} from '../contract/commands.ts';
import { decide } from '../domain/decide.ts';
import { evolve } from '../domain/evolve.ts';
import { type DevicesState, emptyState, type FlagState } from '../domain/state.ts';
import { LATE_CODES } from './late.ts';
import { endKeysOf, loadDevices, loadHeard, loadKeys, loadMembers, saveState } from './store.ts';

const wish = <K extends DevicesCommandKind>(kind: K) => ({
  nature: 'wish' as const,
  action: kind.replace('.', ':'),
  v: 1,
  judgedBy: 'receipt' as const,
  body: bodies[kind],
});

export const devicesCommands: CommandModule<DevicesState, DevicesCommand, DevicesEvent> = {
  kinds: Object.fromEntries((Object.keys(bodies) as DevicesCommandKind[]).map((kind) => [kind, wish(kind)])),
  load: loadState,
  decide,
  evolve,
  save: saveState,
};

async function loadState(tx: AreaTx, commands: readonly DevicesCommand[]): Promise<DevicesState> {
  const flags = await loadFlags(
    tx,
    commands.flatMap((c) => ('discrepancyId' in c.body ? [c.body.discrepancyId] : [])),
  );
  const devices = [
    ...commands.flatMap((c) => ('deviceId' in c.body ? [c.body.deviceId] : [])),
    ...[...flags.values()].flatMap((flag) => flag.deviceId ?? []),
  ];
  const enrolling = commands.flatMap((c) => (c.kind === 'devices.enrol' ? [c.body] : []));
  const keys = await loadKeys(tx, {
    devices,
    ids: enrolling.map((body) => body.keyId),
    publicKeys: enrolling.map((body) => body.publicKey),
  });
  const heard = await loadHeard(tx, devices);
  const people = [...keys.map((key) => key.memberId), ...heard.values(), ...commands.map((c) => c.actorId)];
  const members = await loadMembers(tx, [...new Set(people)].filter(isUuid));
  const state = emptyState({ heard, members, flags });
  state.devices.load(await loadDevices(tx, devices));
  state.keys.load(keys);
  return state;
}

async function loadFlags(tx: AreaTx, ids: readonly string[]): Promise<Map<string, FlagState>> {
  const flags = new Map<string, FlagState>();
  for (const { id, code, subjects, settledAt } of await findDiscrepancies(tx, ids)) {
    if (!LATE_CODES.includes(code)) continue;
    flags.set(id, { id, code, deviceId: subjects.deviceId ?? null, settled: settledAt !== null });
  }
  return flags;
}

/** Who leaves the area leaves the phones. */
export const endKeysOfEnded: Reaction = {
  event: 'accounts.member-ended',
  async handle(tx, events) {
    for (const { data, stamp } of events) {
      if (hasMemberId(data)) await endKeysOf(tx, data.memberId, stamp.receivedAt, stamp.version);
    }
  },
};

const hasMemberId = (data: unknown): data is { readonly memberId: string } =>
  typeof data === 'object' && data !== null && 'memberId' in data && typeof data.memberId === 'string';
