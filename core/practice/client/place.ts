import { type PlaceView, paths, type SessionView } from '#core/accounts/contract.ts';
import { askJson } from '#kernel/ui/ask-json.ts';
import { Cell } from '#kernel/ui/cell.ts';
import { requireSession, type Session, setSession } from '#kernel/ui/session.ts';
import { type Entered, practicePaths } from '../contract/http.ts';

/** Where the person really works, while he or she practises; in memory only, as the session itself. */
const homeCell = new Cell<Session | null>(null);

/**
 * Takes the person into the practice world of the place he or she works in, or on into the one that replaced it.
 * Throws `RefusedRequest`, or a `TypeError` when the line is broken: then nothing has changed.
 */
export async function enterPractice(): Promise<Entered> {
  const now = requireSession();
  return takeUp(now, await askJson<Entered>(practicePaths.enter(now.practisesFor ?? now.areaId), {}));
}

/** A fresh world in place of the one in use, and into it. Throws as entering does. */
export async function resetPractice(): Promise<Entered> {
  const now = requireSession();
  const { practisesFor } = now;
  const body = { replaces: practisesFor ? now.areaId : null };
  return takeUp(now, await askJson<Entered>(practicePaths.reset(practisesFor ?? now.areaId), body));
}

/** Back to where the person really works; without a network too, unless the page was opened anew in practice. */
export async function leavePractice(): Promise<null> {
  const { practisesFor } = requireSession();
  const kept = homeCell.get();
  const home = kept?.areaId === practisesFor ? kept : await askHome();
  homeCell.set(null);
  setSession(home);
  return null;
}

function takeUp(now: Session, place: Entered): Entered {
  if (!now.practisesFor) homeCell.set(now);
  setSession(sessionOf(place));
  return place;
}

function sessionOf({ memberId, areaId, areaName, practisesFor, name, grants }: PlaceView): Session {
  return { areaId, areaName, practisesFor, actorId: memberId, name, grants };
}

/** Null when the person works there no longer: signed out. */
async function askHome(): Promise<Session | null> {
  const { practisesFor } = requireSession();
  const { places } = await askJson<SessionView>(paths.session);
  const place = places.find(({ areaId }) => areaId === practisesFor);
  return place ? sessionOf(place) : null;
}
