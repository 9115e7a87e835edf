import { sql } from 'kysely';
import type { SubjectSource } from '#core/people/contract.ts';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import { chinaTime } from '#kernel/time-id/china-time.ts';
import { translator } from '#kernel/ui/text.ts';
import type { Excuse, ExpectedStatus } from '../contract/rows.ts';
import { expectedId } from '../domain/expected-id.ts';
import { exportText } from '../messages/export.ts';
import { looksText } from '../messages/looks.ts';
import type { MemberNames } from './doors.ts';
import { findLooksAtPerson } from './looks/store.ts';

interface Swab {
  readonly round: string;
  readonly at: number;
  readonly site: string | null;
  readonly lane: string | null;
  readonly tubeCode: string | null;
  readonly by: string;
  readonly voidedAt: number | null;
}

interface Listed {
  readonly round: string;
  readonly status: ExpectedStatus;
  readonly reason: Excuse | null;
}

/** What testing holds of a person: swabs, also voided ones, and the rounds that awaited him or her. */
export const testingSubject = (members: MemberNames): SubjectSource => ({
  async read(tx, residentIds, language) {
    const say = translator(exportText, language);
    // By the person's places on the rounds' lists: the one way to a person's swabs that is indexed.
    const places = await placesOf(tx, residentIds);
    const { rows: swabs } = await sql<Swab>`
      select r.name as round, s.at, site.name as site, l.name as lane, t.code as tube_code, s.by, s.voided_at
      from testing.sample s
      join testing.round r on r.area_id = s.area_id and r.id = s.round_id
      left join testing.tube t on t.area_id = s.area_id and t.id = s.tube_id
      left join testing.lane l on l.area_id = s.area_id and l.id = s.lane_id
      left join testing.site site on site.area_id = l.area_id and site.id = l.site_id
      where s.area_id = ${tx.areaId} and s.place_id = any(${places}::uuid[])
      order by s.at desc`.execute(tx.db);
    const { rows: lists } = await sql<Listed>`
      select r.name as round, e.status, e.reason
      from testing.expected e
      join testing.round r on r.area_id = e.area_id and r.id = e.round_id
      where e.area_id = ${tx.areaId} and e.id = any(${places}::uuid[])
      order by r.created_at desc`.execute(tx.db);
    const looks = await findLooksAtPerson(tx, residentIds, places);
    const looked = translator(looksText, language);
    const names = await members.names(tx, [...new Set([...swabs, ...looks].map(({ by }) => by))]);
    const columns = ['at', 'round', 'site', 'lane', 'tube', 'by', 'status'] as const;
    return [
      {
        title: say('subject.samples'),
        purpose: say('subject.samples.purpose'),
        columns: columns.map((column) => say(`column.${column}`)),
        rows: swabs.map(({ at, round, site, lane, tubeCode, by, voidedAt }) => [
          chinaTime(at),
          round,
          site ?? '',
          lane ?? '',
          tubeCode ?? '',
          names.get(by) ?? '',
          say(voidedAt === null ? 'status.sampled' : 'subject.voided'),
        ]),
      },
      {
        title: say('subject.lists'),
        purpose: say('subject.lists.purpose'),
        columns: [say('column.round'), say('column.status'), say('column.reason')],
        rows: lists.map(({ round, status, reason }) => [
          round,
          say(status === 'expected' ? 'subject.expected' : `status.${status}`),
          reason === null ? '' : say(`excuse.${reason}`),
        ]),
      },
      {
        title: looked('subject.looks'),
        purpose: looked('subject.looks.purpose'),
        columns: [
          say('column.at'),
          say('column.round'),
          looked('subject.what'),
          say('column.by'),
          looked('subject.reason'),
        ],
        rows: looks.map(({ at, round, what, inFull, by, reason }) => [
          chinaTime(at),
          round,
          looked(inFull ? `what.${what}` : 'what.printed'),
          names.get(by) ?? '',
          reason,
        ]),
      },
    ];
  },
});

async function placesOf(tx: AreaTx, residentIds: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from testing.round where area_id = ${tx.areaId}`.execute(tx.db);
  return rows.flatMap(({ id }) => residentIds.map((residentId) => expectedId(id, residentId)));
}
