import type { IncomingHttpHeaders } from 'node:http';
import type { Database } from '#kernel/db/pool.ts';
import { ProblemError } from '#kernel/problem/problem.ts';
import type { Clock } from '#kernel/time-id/clock.ts';
import { accountsProblems } from '../../contract/problems.ts';
import { sessionIsOver } from '../../domain/session-life.ts';
import type { Auth } from './better-auth.ts';
import type { Place } from './places.ts';
import { seenNotes } from './seen.ts';
import { endSession } from './session-notes.ts';
import { type SecondFactorState, sessionStates } from './session-state.ts';

/** Whose session a request carries. */
export interface Who {
  readonly accountId: string;
  readonly sessionId: string;
  readonly secondFactor: SecondFactorState;
  readonly places: readonly Place[];
}

export interface Sessions {
  /**
   * Null without a session in force. Remembered for 5 s, so that a busy phone costs almost nothing, and looked at anew
   * before they are over, so that whoever asks all the time never waits for it.
   */
  whoIs(headers: IncomingHttpHeaders): Promise<Who | null>;
  /** Throws `accounts.no-session` (401). */
  requireWho(headers: IncomingHttpHeaders): Promise<Who>;
  /**
   * The asking account's place in an area; notes when it was last seen there, to the minute.
   * Throws `accounts.no-session` (401) or `accounts.no-place` (403).
   */
  placeIn(headers: IncomingHttpHeaders, areaId: string): Promise<Place & { readonly accountId: string }>;
  /** Whoever has a second factor shows it again within ten minutes. Throws `accounts.step-up` (403). */
  requireShown(headers: IncomingHttpHeaders): Promise<void>;
  /**
   * Before much leaves the house at once: who takes it out has a second factor and shows it again.
   * Throws `accounts.needs-second-factor` or `accounts.step-up` (403).
   */
  requireStepUp(headers: IncomingHttpHeaders): Promise<void>;
  /** Places changed or a session ended: the next request looks again. */
  forget(): void;
}

const TTL_MS = 5_000;
/** So old is what is remembered when it is looked at anew, while it is still good. */
const LOOK_ANEW_MS = 2_000;
const SEEN_EVERY_MS = 60_000;
const MOST_REMEMBERED = 20_000;
/** Long enough for a few sheets in a row, too short for a desk left alone over lunch. */
const STEP_UP_MS = 10 * 60_000;

export function openSessions(db: Database, auth: Auth, clock: Clock): Sessions {
  const remembered = new Map<string, Remembered>();
  const seen = new Map<string, number>();
  const noteSeen = seenNotes(db);
  const stateOf = sessionStates(db);

  const look = async (cookie: string): Promise<Who | null> => {
    const found = await auth.api.getSession({
      headers: new Headers({ cookie }),
      query: { disableRefresh: true },
    });
    if (!found) return null;
    const { user, session } = found;
    const state = await stateOf(session.id, user.id);
    if (state.openedAt !== null && sessionIsOver(state, clock.now())) {
      await endSession(db, user.id, session.id);
      return null;
    }
    const { isOn, hasAny, shownAt, places } = state;
    return { accountId: user.id, sessionId: session.id, secondFactor: { isOn, hasAny, shownAt }, places };
  };

  const lookNow = (cookie: string, now: number): Remembered => {
    const looked: Remembered = { lookedAt: now, who: look(cookie), isAnswered: false };
    looked.who.then(
      () => {
        looked.isAnswered = true;
      },
      () => remembered.get(cookie) === looked && remembered.delete(cookie),
    );
    return looked;
  };

  const remember = (cookie: string, now: number): Remembered => {
    const looked = lookNow(cookie, now);
    remembered.set(cookie, looked);
    return looked;
  };

  const whoIs = (headers: IncomingHttpHeaders): Promise<Who | null> => {
    const cookie = sessionCookie(headers.cookie);
    if (cookie === null) return Promise.resolve(null);
    const now = clock.now();
    const known = remembered.get(cookie);
    if (!known || now >= known.lookedAt + TTL_MS) {
      if (remembered.size >= MOST_REMEMBERED) remembered.clear();
      return remember(cookie, now).who;
    }
    if (known.isAnswered && now >= known.lookedAt + LOOK_ANEW_MS) {
      known.isAnswered = false;
      const anew = lookNow(cookie, now);
      anew.who.then(
        // Forgotten meanwhile: what was seen may be from before that.
        () => remembered.get(cookie) === known && remembered.set(cookie, anew),
        // Whoever asks next looks for himself, and is told why it fails.
        () => remembered.get(cookie) === known && remembered.delete(cookie),
      );
    }
    return known.who;
  };

  const requireWho = async (headers: IncomingHttpHeaders): Promise<Who> => {
    const who = await whoIs(headers);
    if (!who) throw new ProblemError(accountsProblems['no-session']);
    return who;
  };

  const requireShown: Sessions['requireShown'] = async (headers) => {
    const { hasAny, shownAt } = (await requireWho(headers)).secondFactor;
    if (hasAny && (shownAt === null || clock.now() - shownAt >= STEP_UP_MS)) {
      throw new ProblemError(accountsProblems['step-up'], { minutes: STEP_UP_MS / 60_000 });
    }
  };

  return {
    whoIs,
    requireWho,
    async placeIn(headers, areaId) {
      const who = await requireWho(headers);
      const place = who.places.find((p) => p.areaId === areaId);
      if (!place) throw new ProblemError(accountsProblems['no-place']);
      const now = clock.now();
      if (now - (seen.get(who.sessionId) ?? 0) >= SEEN_EVERY_MS) {
        if (seen.size >= MOST_REMEMBERED) seen.clear();
        seen.set(who.sessionId, now);
        await noteSeen({ accountId: who.accountId, areaId, sessionId: who.sessionId, at: now });
      }
      return { ...place, accountId: who.accountId };
    },
    requireShown,
    async requireStepUp(headers) {
      const { hasAny } = (await requireWho(headers)).secondFactor;
      if (!hasAny) throw new ProblemError(accountsProblems['needs-second-factor']);
      await requireShown(headers);
    },
    forget: () => remembered.clear(),
  };
}

interface Remembered {
  /** When the look began, epoch ms. */
  readonly lookedAt: number;
  readonly who: Promise<Who | null>;
  isAnswered: boolean;
}

const SESSION_COOKIE = /(?:^|;\s*)((?:__Secure-)?concerto\.session_token=[^;]+)/;

/** The session's own cookie out of all of them, as `name=value`. */
export function sessionCookie(cookies: string | undefined): string | null {
  return (cookies && SESSION_COOKIE.exec(cookies)?.[1]) ?? null;
}
