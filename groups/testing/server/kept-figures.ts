import { sql } from 'kysely';
import type { KeptFigures } from '#kernel/closing/declaration.ts';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import { said } from '#kernel/ui/text.ts';
import { keptText } from '../messages/kept.ts';

interface DayOfRound {
  readonly name: string;
  readonly day: string;
  /** Standing swabs in tubes that were not thrown away, as the board counts them. */
  readonly swabs: number;
  readonly people: number;
  readonly tubes: number;
  /** Tubes whose last word of the laboratory came that day. */
  readonly negative: number;
  readonly positive: number;
  readonly invalid: number;
}

const column = (key: 'round' | 'day' | 'swabs' | 'people' | 'tubes' | 'negative' | 'positive' | 'invalid') =>
  said(keptText, `figures.${key}`);

/** What an emergency's testing came to, round by round and day by day in China's time. */
export const testingFigures: KeptFigures = {
  id: 'testing.figures',
  name: said(keptText, 'figures'),
  because: said(keptText, 'figures.because'),
  columns: [
    column('round'),
    column('day'),
    column('swabs'),
    column('people'),
    column('tubes'),
    column('negative'),
    column('positive'),
    column('invalid'),
  ],
  read: async (tx) =>
    (await findDays(tx)).map((of) => [
      of.name,
      of.day,
      of.swabs,
      of.people,
      of.tubes,
      of.negative,
      of.positive,
      of.invalid,
    ]),
};

async function findDays(tx: AreaTx): Promise<readonly DayOfRound[]> {
  const { rows } = await sql<DayOfRound>`
    with taken as (
      select round_id, (at at time zone 'Asia/Shanghai')::date as day, count(*)::int4 as swabs,
        count(distinct person_key)::int4 as people, count(distinct tube_id)::int4 as tubes
      from testing.swab where area_id = ${tx.areaId} and in_tube group by 1, 2),
    told as (
      select round_id, (coalesce(reported_at, recorded_at) at time zone 'Asia/Shanghai')::date as day,
        count(*) filter (where outcome = 'negative')::int4 as negative,
        count(*) filter (where outcome = 'positive')::int4 as positive,
        count(*) filter (where outcome = 'invalid')::int4 as invalid
      from testing.result where area_id = ${tx.areaId} and replaced_at is null group by 1, 2)
    select r.name, day::text, coalesce(swabs, 0) as swabs, coalesce(people, 0) as people, coalesce(tubes, 0) as tubes,
      coalesce(negative, 0) as negative, coalesce(positive, 0) as positive, coalesce(invalid, 0) as invalid
    from taken full join told using (round_id, day)
    join testing.round r on r.area_id = ${tx.areaId} and r.id = round_id
    order by day, r.created_at, r.id`.execute(tx.db);
  return rows;
}
