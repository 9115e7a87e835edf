import { canKeepVaults, vaultsHere } from '#kernel/vault/here.ts';
import { unreadClosingCell } from './unread-closing.ts';

/** Takes everybody of a closed area off this phone; where nobody is left, it is said why until it was read. */
export async function leaveClosedArea(areaId: string): Promise<void> {
  if (!canKeepVaults()) return;
  const vaults = vaultsHere();
  const before = (await vaults.list()).length;
  await vaults.removeArea(areaId);
  if (before > 0 && (await vaults.list()).length === 0) unreadClosingCell.set(true);
}
