import { APP_VERSION, deviceId } from '#kernel/ui/device.ts';
import { setSession } from '#kernel/ui/session.ts';
import { vaultId } from '#kernel/vault/database.ts';
import { enrol, platformOf } from '#kernel/vault/enrol.ts';
import { canKeepVaults, vaultsHere } from '#kernel/vault/here.ts';
import type { OpenVault } from '#kernel/vault/open-vault.ts';
import { unlock } from '#kernel/vault/unlocked.ts';
import { toSession } from '../client/session.ts';
import type { PlaceView } from '../contract/http.ts';
import { labelOf, type Profile, profileCell } from './profile.ts';

/**
 * Takes up a place on this phone after the server has accepted phone and PIN: opens the member's vault, or makes one
 * where there is none, or where the PIN was reset meanwhile; then the old one's rows go and are pulled again.
 * On plain HTTP nothing can be encrypted: the place lasts until the page is closed.
 */
export async function comeIn(
  accountId: string,
  place: PlaceView,
  typed: { readonly phone: string; readonly pin: string },
): Promise<void> {
  const session = toSession(place);
  if (!canKeepVaults()) return setSession(session);
  const vaults = vaultsHere();
  const profile: Profile = { accountId, phone: typed.phone, session };
  const label = labelOf(place);
  const known = await vaults.openTrusted(vaultId(place.areaId, place.memberId), typed.pin);
  if (known) await vaults.keepProfile(known.vault, label, profile);
  const vault =
    known?.vault ??
    (await vaults.make({
      areaId: place.areaId,
      memberId: place.memberId,
      label,
      pin: typed.pin,
      profile,
    }));
  profileCell.set(profile);
  unlock(await makeKnown(vault));
  setSession(session);
}

/** Enrols the author's key where the server does not know it yet; without an answer it is tried again with each sync. */
export async function makeKnown(vault: OpenVault): Promise<OpenVault> {
  if (vault.enrolment) return vault;
  const enrolment = await enrol(vault.areaId, {
    deviceId: deviceId(),
    publicKey: vault.publicKey,
    appVersion: APP_VERSION,
    platform: platformOf(navigator.userAgent),
  });
  if (!enrolment) return vault;
  await vaultsHere().keepEnrolment(vault.id, enrolment);
  return vault.enrolled(enrolment);
}
