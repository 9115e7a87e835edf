import type { GroupId, Role } from '#core/accounts/contract.ts';
import { WorkingSet } from '#kernel/command/working-set.ts';
import type { AuthorKey, Device } from '../contract/rows.ts';

export interface DeviceRow extends Device {
  readonly version: number;
}

export interface KeyRow extends AuthorKey {
  readonly version: number;
}

/** A member as this module needs him: what he was when, and for which groups he stood anywhere. */
export interface DeviceMember {
  readonly id: string;
  readonly standings: readonly {
    readonly role: Role;
    readonly group: GroupId | null;
    readonly from: number;
    readonly until: number | null;
  }[];
  /** Groups of duties, past and coming, that were not taken off. */
  readonly dutyGroups: readonly GroupId[];
}

/** An open or settled flag of this module's. */
export interface FlagState {
  readonly id: string;
  readonly code: string;
  readonly deviceId: string | null;
  settled: boolean;
}

export interface DevicesState {
  readonly devices: WorkingSet<DeviceRow>;
  readonly keys: WorkingSet<KeyRow, 'device' | 'publicKey'>;
  /** Devices heard at the transport, also such as never enrolled → who was on them last. */
  readonly heard: ReadonlyMap<string, string>;
  readonly members: ReadonlyMap<string, DeviceMember>;
  readonly flags: Map<string, FlagState>;
}

export const emptyState = (
  parts: Pick<DevicesState, 'heard' | 'members'> & { readonly flags?: DevicesState['flags'] },
): DevicesState => ({
  devices: new WorkingSet<DeviceRow>({}),
  keys: new WorkingSet<KeyRow, 'device' | 'publicKey'>({
    device: (key) => key.deviceId,
    publicKey: (key) => key.publicKey,
  }),
  flags: new Map(),
  ...parts,
});
