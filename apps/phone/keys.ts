import { makeKnown } from '#core/accounts/phone/come-in.ts';
import type { SyncOptions } from '#kernel/sync/client/options.ts';
import { deviceId } from '#kernel/ui/device.ts';
import { vaultsHere } from '#kernel/vault/here.ts';
import type { OpenVault } from '#kernel/vault/open-vault.ts';

/**
 * What the sync needs of an unlocked vault: how rows and commands rest, and the author's key known to the server.
 * @param areaId the vault's own, or a practice world of it: there keys are not enrolled, one's own session delivers
 */
export function keysOf(
  opened: OpenVault,
  areaId: string,
): Required<Pick<SyncOptions, 'codec' | 'sealer' | 'prepare' | 'onLost'>> {
  let vault = opened;
  const atHome = areaId === vault.areaId;
  return {
    codec: vault.codec(),
    sealer: vault.sealer(areaId, deviceId(), () => (atHome ? vault.enrolment : null)),
    prepare: async () => {
      if (atHome && !vault.enrolment) vault = await makeKnown(vault);
    },
    onLost: () => void vaultsHere().restore(vault.id),
  };
}
