import type { IncomingHttpHeaders } from 'node:http';
import { sql } from 'kysely';
import type { Database } from '#kernel/db/pool.ts';
import { ProblemError } from '#kernel/problem/problem.ts';
import type { Clock } from '#kernel/time-id/clock.ts';
import { accountsProblems } from '../../contract/problems.ts';
import { type SessionTimes, sessionIsOver } from '../../domain/session-life.ts';
import type { Auth } from './better-auth.ts';
import { noteSeen, type Place, placesOf } from './places.ts';
import { hasSecondFactor } from './second-factor.ts';
import { endSession, noteSessionSeen } from './session-notes.ts';

/** Whose session a request carries. */
export interface Who {
  readonly accountId: string;
  readonly sessionId: string;
  readonly secondFactor: SecondFactorState;
  readonly places: readonly Place[];
}

export interface SecondFactorState {
  /** Whether an authenticator is in force. */
  readonly isOn: boolean;
  /** An authenticator or a passkey. */
  readonly hasAny: boolean;
  /** When this session showed it last; null when never. */
  readonly shownAt: number | null;
}

export interface Sessions {
  /** Null without a session in force. Remembered for 5 s, so that a busy phone costs almost nothing. */
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
const SEEN_EVERY_MS = 60_000;
const MOST_REMEMBERED = 20_000;
/** Long enough for a few sheets in a row, too short for a desk left alone over lunch. */
const STEP_UP_MS = 10 * 60_000;

export function openSessions(db: Database, auth: Auth, clock: Clock): Sessions {
  const remembered = new Map<string, { readonly until: number; readonly who: Promise<Who | null> }>();
  const seen = new Map<string, number>();

  const look = async (cookie: string): Promise<Who | null> => {
    const found = await auth.api.getSession({
      headers: new Headers({ cookie }),
      query: { disableRefresh: true },
    });
    if (!found) return null;
    const { user, session } = found;
    const note = await noteOf(db, session.id, user.id);
    if (note.openedAt !== null && sessionIsOver(note, clock.now())) {
      await endSession(db, user.id, session.id);
      return null;
    }
    const { isOn, hasAny, shownAt } = note;
    const places = await placesOf(db, user.id);
    return { accountId: user.id, sessionId: session.id, secondFactor: { isOn, hasAny, shownAt }, places };
  };

  const whoIs = (headers: IncomingHttpHeaders): Promise<Who | null> => {
    const cookie = sessionCookie(headers.cookie);
    if (cookie === null) return Promise.resolve(null);
    const now = clock.now();
    const known = remembered.get(cookie);
    if (known && known.until > now) return known.who;
    if (remembered.size >= MOST_REMEMBERED) remembered.clear();
    const who = look(cookie);
    remembered.set(cookie, { until: now + TTL_MS, who });
    who.catch(() => remembered.delete(cookie));
    return who;
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
        await Promise.all([
          noteSeen(db, who.accountId, areaId, now),
          noteSessionSeen(db, who.sessionId, now),
        ]);
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

type Note = SecondFactorState & (SessionTimes | { readonly openedAt: null; readonly lastSeenAt: null });

/** The times are null for a session opened before there were notes. */
async function noteOf(db: Database, sessionId: string, accountId: string): Promise<Note> {
  const { rows } = await sql<Note>`
    select n.opened_at, n.last_seen_at, n.second_factor_at as shown_at,
      exists (select from auth.second_factor f
        where f.account_id = ${accountId} and f.confirmed_at is not null) as is_on,
      ${hasSecondFactor(sql`${accountId}::uuid`)} as has_any
    from (select ${sessionId}::uuid as id) s left join auth.session_note n on n.session_id = s.id`.execute(
    db,
  );
  return rows[0] ?? { openedAt: null, lastSeenAt: null, shownAt: null, isOn: false, hasAny: false };
}

const SESSION_COOKIE = /(?:^|;\s*)((?:__Secure-)?concerto\.session_token=[^;]+)/;

/** The session's own cookie out of all of them, as `name=value`. */
export function sessionCookie(cookies: string | undefined): string | null {
  return (cookies && SESSION_COOKIE.exec(cookies)?.[1]) ?? null;
}
