import { sql } from 'kysely';
import type { Database } from '#kernel/db/pool.ts';
import { Gathered } from '#kernel/together/gathered.ts';
import type { SessionTimes } from '../../domain/session-life.ts';
import type { Place } from './places.ts';
import { hasSecondFactor } from './second-factor.ts';

export interface SecondFactorState {
  /** Whether an authenticator is in force. */
  readonly isOn: boolean;
  /** An authenticator or a passkey. */
  readonly hasAny: boolean;
  /** When this session showed it last; null when never. */
  readonly shownAt: number | null;
}

/** What is kept of a session and its account besides what better-auth knows. */
export type SessionState = SecondFactorState & {
  /** Oldest member first: the ids sort by the time of making. */
  readonly places: readonly Place[];
} & (SessionTimes | { readonly openedAt: null; readonly lastSeenAt: null });

/** The times are null for a session opened before there were notes. A crowd is looked up together. */
export function sessionStates(db: Database): (sessionId: string, accountId: string) => Promise<SessionState> {
  const states = new Gathered<string, SessionState>((_lane, pairs) => loadStates(db, pairs));
  return async (sessionId, accountId) => {
    const state = await states.ask('', `${sessionId} ${accountId}`);
    if (!state) throw new Error('a session is always answered for');
    return state;
  };
}

/** @param pairs session and account, parted by a space */
async function loadStates(
  db: Database,
  pairs: readonly string[],
): Promise<ReadonlyMap<string, SessionState>> {
  const parts = pairs.map((pair) => pair.split(' '));
  const { rows } = await sql<SessionState & { pair: string }>`
    select s.session || ' ' || s.account as pair, n.opened_at, n.last_seen_at, n.second_factor_at as shown_at,
      exists (select from auth.second_factor f
        where f.account_id = s.account and f.confirmed_at is not null) as is_on,
      ${hasSecondFactor(sql.ref('s.account'))} as has_any,
      coalesce((select jsonb_agg(jsonb_build_object('areaId', p.area, 'memberId', p.member_id) order by p.member_id)
        from auth.place p where p.account_id = s.account), '[]'::jsonb) as places
    from unnest(${parts.map(([session]) => session)}::uuid[], ${parts.map(([, account]) => account)}::uuid[])
      as s (session, account)
    left join auth.session_note n on n.session_id = s.session`.execute(db);
  return new Map(rows.map(({ pair, ...state }) => [pair, state]));
}
