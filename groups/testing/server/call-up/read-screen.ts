import { sql } from 'kysely';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import { ProblemError } from '#kernel/problem/problem.ts';
import type { SiteScreen } from '../../contract/call-up-queries.ts';
import { problems } from '../../contract/problems.ts';
import { getRound, sitesOf } from '../store-rounds.ts';
import { slotsOf } from './read-call-up.ts';

/** One site's slots as everybody there may read them: buildings, floors, times. */
export async function readSiteScreen(
  tx: AreaTx,
  asked: { readonly roundId: string; readonly siteId: string },
  now: number,
): Promise<SiteScreen> {
  const round = await getRound(tx, asked.roundId);
  const site = (await sitesOf(tx, round.id)).find(({ id }) => id === asked.siteId);
  if (!site) throw new ProblemError(problems['site-without-lanes']);
  const slots = await slotsOf(tx, round.id, sql`ended_at is null and site_id = ${site.id}`);
  return {
    round: round.name,
    site: site.name,
    now,
    slots: slots.map((slot) => ({
      id: slot.id,
      siteId: slot.siteId,
      kind: slot.kind,
      startsAt: slot.startsAt,
      endsAt: slot.endsAt,
      parts: slot.parts.map((one) => ({ ...one, floors: [...one.floors] })),
      people: slot.people,
      calledAt: slot.calledAt,
      lastCallAt: slot.lastCallAt,
      calls: slot.calls,
      skippedAt: slot.skippedAt,
      endedAt: slot.endedAt,
    })),
  };
}
