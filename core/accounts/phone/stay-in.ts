import { deviceId } from '#kernel/ui/device.ts';
import { currentSession, setSession } from '#kernel/ui/session.ts';
import { vaultsHere } from '#kernel/vault/here.ts';
import { unlockedCell } from '#kernel/vault/unlocked.ts';
import { askJson, RefusedRequest } from '../client/http.ts';
import { toSession } from '../client/session.ts';
import { paths, type SessionView } from '../contract/http.ts';
import { labelOf, type Profile, profileCell } from './profile.ts';

/** `ended`: this account no longer works in the area. `other`: the browser's session is another person's, or nobody's. */
export type Standing = 'mine' | 'other' | 'ended' | 'unreachable';

/**
 * Makes the browser's session the unlocked person's: on a shared phone it may still be that of whoever was here
 * before. Signs in quietly with what the vault and the pad gave; where that is not enough the screen says so later.
 */
export async function makeSessionMine(profile: Profile, pin: string): Promise<Standing> {
  const standing = await refreshPlace(profile);
  if (standing !== 'other' || profile.phone === '') return standing;
  try {
    const body = { phone: profile.phone, pin, deviceId: deviceId() };
    return await take(profile, await askJson<SessionView>(paths.signIn, body), true);
  } catch {
    return 'other';
  }
}

/** Roles and duties change while an app stands open: asks again, keeps what came in the vault. */
export async function refreshPlace(profile: Profile): Promise<Standing> {
  try {
    return await take(profile, await askJson<SessionView>(paths.session), false);
  } catch (error) {
    return error instanceof RefusedRequest && error.status === 401 ? 'other' : 'unreachable';
  }
}

async function take(profile: Profile, view: SessionView, signedIn: boolean): Promise<Standing> {
  if (view.accountId !== profile.accountId) return 'other';
  const { areaId, actorId } = profile.session;
  const place = view.places.find((p) => p.areaId === areaId && p.memberId === actorId);
  if (!place) return 'ended';
  const session = toSession(place);
  const changed = JSON.stringify(session) !== JSON.stringify(profile.session);
  const vault = unlockedCell.get();
  // Somebody else may have been let in meanwhile.
  if (currentSession()?.actorId !== actorId || vault?.memberId !== actorId) return 'mine';
  if (changed) {
    const next: Profile = { ...profile, session };
    await vaultsHere().keepProfile(vault, labelOf(place), next);
    profileCell.set(next);
  }
  // A new object for the same person tells the sync that there is a session again.
  if (changed || signedIn) setSession(session);
  return 'mine';
}
