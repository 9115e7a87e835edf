import { sql } from 'kysely';
import type { PersonCard } from '#core/people/contract.ts';
import type { Consequence, StepCondition } from '#core/zones/contract.ts';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import { selectByKeys, selectRows } from '#kernel/db/select.ts';
import { loadSettings } from '#kernel/settings/server/store.ts';
import { settingAt } from '#kernel/settings/setting.ts';
import { said, saidWith } from '#kernel/ui/text.ts';
import type { Round } from '../contract/rows.ts';
import { settings } from '../contract/settings.ts';
import { expectedId } from '../domain/expected-id.ts';
import { zonesText } from '../messages/zones.ts';
import type { TestingDoors } from './doors.ts';
import { findHeld } from './read-results.ts';
import { expectedTable, missedTable, roundTable } from './tables.ts';

/** How many rounds are looked back for one that these people were on the list of. */
const LATEST_ROUNDS = 10;

/** Before a status is stepped down, the latest round of the place is complete: nobody missed, every result there. */
export const testingCondition = (doors: TestingDoors): StepCondition => ({
  name: said(zonesText, 'zones.name'),
  async unmet(tx, places, at) {
    const asked = settingAt(settings.stepNeedsRound, await loadSettings(tx), at).value === 1;
    if (!asked) return [];
    const people = await doors.people.residentsInScope(tx, { compoundIds: [], ...places });
    const here = people.filter(({ away }) => !away);
    if (here.length === 0) return [];
    const round = await latestRound(tx, here);
    if (round === null) return [{ said: said(zonesText, 'zones.no-round'), to: '/testing' }];
    if (round.state === 'open') return [line('zones.round-open', round, 0)];
    return ofClosed(tx, round, new Set(here.map(({ id }) => id)));
  },
});

/** The latest round begun that has any of them on its list. */
async function latestRound(tx: AreaTx, people: readonly PersonCard[]): Promise<Round | null> {
  const rounds = await selectRows(
    tx,
    roundTable,
    sql`state <> 'draft' order by opened_at desc limit ${LATEST_ROUNDS}`,
  );
  for (const round of rounds) {
    const ids = people.map(({ id }) => expectedId(round.id, id));
    if ((await selectByKeys(tx, expectedTable, { id: ids })).length > 0) return round;
  }
  return null;
}

async function ofClosed(
  tx: AreaTx,
  round: Round,
  here: ReadonlySet<string>,
): Promise<readonly Consequence[]> {
  const flags = await selectByKeys(tx, missedTable, { resident_id: here });
  const missed = flags.filter(({ roundId, clearedBy }) => roundId === round.id && clearedBy === null);
  const held = (await findHeld(tx, round.id)).filter(
    ({ residentId, releasedAt }) => releasedAt === null && residentId !== null && here.has(residentId),
  );
  const waiting = await tubesWithoutResult(tx, round.id, [...here]);
  return [
    ...(missed.length > 0 ? [line('zones.missed', round, missed.length)] : []),
    ...(waiting > 0 ? [line('zones.waiting', round, waiting)] : []),
    ...(held.length > 0 ? [line('zones.held', round, held.length)] : []),
  ];
}

async function tubesWithoutResult(tx: AreaTx, roundId: string, people: readonly string[]): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(distinct t.code)::int4 as count
    from testing.sample s
    join testing.tube t on t.area_id = s.area_id and t.round_id = s.round_id and t.id = s.tube_id
      and t.voided_at is null
    where s.area_id = ${tx.areaId} and s.round_id = ${roundId} and s.voided_at is null
      and s.resident_id = any(${people}::uuid[])
      and not exists (select 1 from testing.result r where r.area_id = t.area_id and r.round_id = t.round_id
        and r.tube_code = t.code and r.replaced_at is null)`.execute(tx.db);
  return rows[0]?.count ?? 0;
}

type Missing = 'zones.round-open' | 'zones.missed' | 'zones.waiting' | 'zones.held';

/** Behind the round's own page, where what is missing stands. */
const PAGES: Readonly<Record<Missing, string>> = {
  'zones.round-open': '',
  'zones.missed': '/missed',
  'zones.waiting': '/results',
  'zones.held': '/recall',
};

const line = (key: Missing, { id, name }: Round, count: number): Consequence => ({
  said: saidWith(zonesText, key, { round: name, count }),
  to: `/testing/${id}${PAGES[key]}`,
});
