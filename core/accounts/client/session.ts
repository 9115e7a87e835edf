import { currentSession, type Session, setSession } from '#kernel/ui/session.ts';
import { type PlaceView, paths, type SessionView } from '../contract/http.ts';
import { askJson, RefusedRequest } from './http.ts';

export const toSession = (place: PlaceView): Session => ({
  areaId: place.areaId,
  areaName: place.areaName,
  practisesFor: place.practisesFor,
  actorId: place.memberId,
  name: place.name,
  secondFactorBy: place.secondFactorBy,
  grants: place.grants,
});

/**
 * Takes up the session's only place. With several nothing is set: the person chooses.
 * @returns the places to choose from; empty when there is nothing to choose
 */
export function enter(view: SessionView): readonly PlaceView[] {
  const [first] = view.places;
  if (view.places.length !== 1 || !first) return view.places;
  setSession(toSession(first));
  return [];
}

/**
 * Roles and duties change while an app stands open: asks again and keeps the place. A session that ended at the
 * server ends here; without a network, or while the server stumbles, what is known goes on.
 */
export async function refreshSession(): Promise<void> {
  const session = currentSession();
  if (!session) return;
  try {
    const view = await askJson<SessionView>(paths.session);
    const place = [...view.places, ...view.practices].find(
      (p) => p.areaId === session.areaId && p.memberId === session.actorId,
    );
    replaceSession(place ? toSession(place) : realPlaceOf(session, view));
  } catch (error) {
    if (error instanceof RefusedRequest && error.status === 401) setSession(null);
  }
}

/** A practice world that was reset leaves its people where they really work. */
function realPlaceOf({ practisesFor }: Session, view: SessionView): Session | null {
  const place = view.places.find((p) => p.areaId === practisesFor);
  return place ? toSession(place) : null;
}

/** Only a real change is set: whatever hangs on the session would begin anew. */
function replaceSession(next: Session | null): void {
  if (JSON.stringify(next) !== JSON.stringify(currentSession())) setSession(next);
}

/** Refreshes now, whenever the app comes to the front, and each quarter of an hour. @returns ends it */
export function keepSessionFresh(everyMs = 15 * 60_000): () => void {
  const refresh = () => {
    if (document.visibilityState === 'visible') void refreshSession();
  };
  refresh();
  const timer = setInterval(refresh, everyMs);
  document.addEventListener('visibilitychange', refresh);
  return () => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', refresh);
  };
}
