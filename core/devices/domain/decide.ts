import { type Decision, type Refused, refuse } from '#kernel/command/command.ts';
import { commandProblems } from '#kernel/command/problems.ts';
import { problem } from '#kernel/problem/problem.ts';
import type { DevicesBody, DevicesCommand, DevicesEvent } from '../contract/commands.ts';
import { devicesProblems as p } from '../contract/problems.ts';
import type { DevicesState } from './state.ts';
import { looksAfter } from './whose.ts';

type Asked<K extends DevicesCommand['kind']> = Extract<DevicesCommand, { readonly kind: K }>;

/** Everything here is a wish: what a phone did before it was lost is told by its own commands. */
export function decide(state: DevicesState, command: DevicesCommand): Decision<DevicesEvent> {
  switch (command.kind) {
    case 'devices.enrol':
      return decideEnrol(state, command);
    case 'devices.rename':
      return decideRename(state, command);
    case 'devices.revoke':
      return decideRevoke(state, command);
    case 'devices.restore':
      return decideRestore(state, command.body);
    case 'devices.settle-flag':
      return decideSettle(state, command);
  }
}

/** Enrolling the same key again changes nothing; a key is one member's on one device, for ever. */
function decideEnrol(state: DevicesState, { body, actorId }: Asked<'devices.enrol'>): Decision<DevicesEvent> {
  if (isRevoked(state, body.deviceId)) return refuse(problem(p.revoked));
  const [known] = state.keys.by('publicKey', body.publicKey);
  if (known) {
    const same = known.deviceId === body.deviceId && known.memberId === actorId && known.endedAt === null;
    return same ? { events: [] } : refuse(problem(p['key-taken']));
  }
  if (state.keys.get(body.keyId)) return refuse(problem(p['key-taken']));
  return { events: [{ type: 'devices.enrolled', data: { ...body, memberId: actorId } }] };
}

function decideRename(state: DevicesState, command: Asked<'devices.rename'>): Decision<DevicesEvent> {
  return (
    refuseStranger(state, command) ?? { events: [{ type: 'devices.renamed', data: { ...command.body } }] }
  );
}

function decideRevoke(state: DevicesState, command: Asked<'devices.revoke'>): Decision<DevicesEvent> {
  const { body, deviceId } = command;
  const refused = refuseStranger(state, command);
  if (refused) return refused;
  if (isRevoked(state, body.deviceId)) return refuse(problem(p['already-revoked']));
  if (deviceId === body.deviceId) return refuse(problem(p['own-device']));
  return { events: [{ type: 'devices.revoked', data: { ...body } }] };
}

function decideRestore(state: DevicesState, body: DevicesBody<'devices.restore'>): Decision<DevicesEvent> {
  if (!isRevoked(state, body.deviceId)) return refuse(problem(p['not-revoked']));
  return { events: [{ type: 'devices.restored', data: { ...body } }] };
}

function decideSettle(
  state: DevicesState,
  { body, actorId, at }: Asked<'devices.settle-flag'>,
): Decision<DevicesEvent> {
  const { discrepancyId, finding, note } = body;
  const flag = state.flags.get(discrepancyId);
  if (!flag) return refuse(problem(commandProblems['discrepancy-unknown']));
  if (flag.settled) return refuse(problem(commandProblems['discrepancy-settled']));
  if (flag.deviceId !== null && !looksAfter(state, actorId, flag.deviceId, at))
    return refuse(problem(p['not-your-group']));
  return {
    events: [{ type: 'devices.flag-settled', data: { discrepancyId, finding } }],
    settles: [{ discrepancyId, resolution: finding, note }],
  };
}

const isRevoked = (state: DevicesState, deviceId: string): boolean =>
  (state.devices.get(deviceId)?.revokedAt ?? null) !== null;

function refuseStranger(
  state: DevicesState,
  { body, actorId, at }: Asked<'devices.rename'> | Asked<'devices.revoke'>,
): Refused | null {
  if (!state.devices.get(body.deviceId) && !state.heard.has(body.deviceId))
    return refuse(problem(p['unknown-device']));
  return looksAfter(state, actorId, body.deviceId, at) ? null : refuse(problem(p['not-your-group']));
}
