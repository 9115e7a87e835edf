import { sql } from 'kysely';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import type { PaperPerson, TakenSwab } from '../contract/paper-queries.ts';
import type { TestingDoors } from './doors.ts';
import { peopleOfRound } from './plan/scope.ts';
import { getRound } from './store-rounds.ts';

export interface PaperReading {
  readonly people: PaperPerson[];
  readonly taken: TakenSwab[];
}

/** Who may stand on a round's paper lists, and who is in a tube already. */
export async function readPaper(
  tx: AreaTx,
  doors: TestingDoors,
  roundId: string,
  now: number,
): Promise<PaperReading> {
  const people = await peopleOfRound(tx, doors, await getRound(tx, roundId), now);
  const { rows } = await sql<TakenSwab>`
    select s.resident_id, t.code as tube_code, s.at, s.method
    from testing.sample s
    join testing.tube t on t.area_id = s.area_id and t.id = s.tube_id
    where s.area_id = ${tx.areaId} and s.round_id = ${roundId}
      and s.voided_at is null and s.resident_id is not null and t.voided_at is null`.execute(tx.db);
  return {
    people: people.map(({ id, compound, building, entrance, room, sort, nameMask, pinyin }) => ({
      id,
      compound,
      building,
      entrance,
      room,
      sort,
      nameMask,
      pinyin,
    })),
    taken: rows,
  };
}
