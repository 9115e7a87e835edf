import { makeKnown } from '#core/accounts/phone/come-in.ts';
import type { SyncOptions } from '#kernel/sync/client/client.ts';
import { deviceId } from '#kernel/ui/device.ts';
import { vaultsHere } from '#kernel/vault/here.ts';
import type { OpenVault } from '#kernel/vault/open-vault.ts';

/** What the sync needs of an unlocked vault: how rows and commands rest, and the author's key known to the server. */
export function keysOf(
  opened: OpenVault,
): Required<Pick<SyncOptions, 'codec' | 'sealer' | 'prepare' | 'onLost'>> {
  let vault = opened;
  return {
    codec: vault.codec(),
    sealer: vault.sealer(deviceId(), () => vault.enrolment),
    prepare: async () => {
      if (!vault.enrolment) vault = await makeKnown(vault);
    },
    onLost: () => void vaultsHere().restore(vault.id),
  };
}
