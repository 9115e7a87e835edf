import { sql } from 'kysely';
import type { LookSource, PeopleReader } from '#core/people/contract.ts';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import { selectRows } from '#kernel/db/select.ts';
import { ProblemError } from '#kernel/problem/problem.ts';
import { translator } from '#kernel/ui/text.ts';
import type { PersonPassages } from '../../contract/flow-queries.ts';
import type { PersonLook } from '../../contract/flow-rows.ts';
import { problems } from '../../contract/problems.ts';
import { flowText } from '../../messages/flow.ts';
import type { GatesDoors } from '../doors.ts';
import { passageViews, placeOf } from './passage-views.ts';
import { findOfPerson } from './store.ts';
import { personLookTable } from './tables.ts';

/** How long a look opens what it was made for. */
const OPEN_MS = 30 * 60_000;

/** One person's passages, also under ids that were merged into his or hers; masked. */
export async function readPersonPassages(
  tx: AreaTx,
  doors: GatesDoors,
  asked: { readonly lookId: string; readonly actorId: string; readonly now: number },
): Promise<PersonPassages> {
  const look = await openLook(tx, asked);
  const { people } = doors;
  const standing = (await people.standingIds(tx, [look.residentId])).get(look.residentId) ?? look.residentId;
  const merged = (await people.mergedIds(tx, [standing])).get(standing) ?? [];
  const { rows, total } = await findOfPerson(tx, [standing, ...merged]);
  const card = (await people.residentsByIds(tx, [standing])).get(standing);
  return {
    residentId: standing,
    name: card?.nameMask ?? null,
    place: card ? placeOf(card) : null,
    reason: look.reason,
    rows: await passageViews(tx, doors, rows),
    total,
  };
}

/** @throws `gates.person-look-unknown` also to anybody else; `gates.person-look-expired` */
async function openLook(
  tx: AreaTx,
  { lookId, actorId, now }: { readonly lookId: string; readonly actorId: string; readonly now: number },
): Promise<PersonLook> {
  const [look] = await selectRows(tx, personLookTable, sql`id = ${lookId}`);
  if (look?.by !== actorId) throw new ProblemError(problems['person-look-unknown']);
  if (now - look.at > OPEN_MS) throw new ProblemError(problems['person-look-expired']);
  return look;
}

/** Looks at one person's passages, for the register's looked-at list. @param people of core/people */
export const passageLooks = (people: Pick<PeopleReader, 'residentsByIds'>): LookSource => ({
  async looks(tx, { before, limit, actorId = null }, language) {
    const t = translator(flowText, language);
    const rows = await selectRows(
      tx,
      personLookTable,
      sql`(${before}::float8 is null or at < to_timestamp(${before}::float8 / 1000e0))
        and (${actorId}::text is null or by = ${actorId})
        order by at desc, id desc limit ${limit}`,
    );
    const cards = await people.residentsByIds(
      tx,
      rows.map(({ residentId }) => residentId),
    );
    return rows.map(({ id, at, by, residentId, reason }) => {
      const card = cards.get(residentId);
      const whom = card ? `${placeOf(card)} ${card.nameMask}` : t('look.gone');
      return { id, at, actorId: by, whom, what: t('look.what'), people: 1, reason };
    });
  },
});
