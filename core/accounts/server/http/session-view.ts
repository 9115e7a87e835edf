import { sql } from 'kysely';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import { ProblemError } from '#kernel/problem/problem.ts';
import { loadSettings } from '#kernel/settings/server/store.ts';
import { settingAt } from '#kernel/settings/setting.ts';
import type { PlaceView, SessionView } from '../../contract/http.ts';
import { accountsSettings } from '../../contract/settings.ts';
import { secondFactorDue } from '../../domain/second-factor-due.ts';
import { loadActors } from '../actors.ts';
import type { Place } from '../auth/places.ts';
import type { RouteContext } from './context.ts';

/** What a screen must know after sign-in; places that were ended are left out. */
export async function sessionView(
  context: Pick<RouteContext, 'host' | 'placesOf' | 'wrongPinsOf' | 'hasSecondFactor'>,
  accountId: string,
): Promise<SessionView> {
  const [places, wrongPins, hasAny] = await Promise.all([
    context.placesOf(accountId),
    context.wrongPinsOf(accountId),
    context.hasSecondFactor(accountId),
  ]);
  const now = context.host.clock.now();
  const views = await Promise.all(
    places.map((place) =>
      context.host.read(place.areaId, (tx) => placeView(tx, place, hasAny, now)).catch(nullWithoutKey),
    ),
  );
  const standing = views.filter((view) => view !== null);
  const real = standing.filter((view) => view.practisesFor === null);
  const isStillHere = (areaId: string | null) => real.some((view) => view.areaId === areaId);
  return {
    accountId,
    places: real,
    practices: standing.filter((view) => isStillHere(view.practisesFor)),
    wrongPins,
  };
}

interface Row extends Pick<PlaceView, 'areaName' | 'practisesFor' | 'name' | 'role' | 'group'> {
  readonly since: number;
}

async function placeView(
  tx: AreaTx,
  { areaId, memberId }: Place,
  hasSecondFactor: boolean,
  now: number,
): Promise<PlaceView | null> {
  const { rows } = await sql<Row>`
    select a.name as area_name, a.practises_for, m.name, m.role, m."group",
      (select (extract(epoch from max(s."from")) * 1000)::int8 from accounts.standing s
        where s.area_id = m.area_id and s.member_id = m.id) as since
    from accounts.member m join kernel.area a on a.area_id = m.area_id
    where m.area_id = ${areaId} and m.id = ${memberId} and m.ended_at is null`.execute(tx.db);
  const row = rows[0];
  if (!row) return null;
  const grants = (await loadActors(tx, [memberId])).get(memberId)?.grants ?? [];
  const { since, ...place } = row;
  const isAsked = !hasSecondFactor && row.practisesFor === null;
  const secondFactorBy = isAsked ? secondFactorDue(row.role, since, await graceDays(tx, now)) : null;
  return { areaId, memberId, ...place, secondFactorBy, grants };
}

const graceDays = async (tx: AreaTx, now: number): Promise<number> =>
  settingAt(accountsSettings.secondFactorGrace, await loadSettings(tx), now).value;

/** An area that is being destroyed at this very moment. */
function nullWithoutKey(error: unknown): null {
  if (error instanceof ProblemError && error.kind.code === 'crypto.no-key') return null;
  throw error;
}
