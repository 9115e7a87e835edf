import { sql } from 'kysely';
import type { GroupId } from '#core/accounts/contract.ts';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import type { PersonView } from '../contract/queries.ts';
import { fitnessOf, inForce, passedFrom } from '../domain/fitness.ts';
import { ownOf } from './reader.ts';
import { findCodes, toCode } from './store.ts';

interface Concerned {
  readonly memberId: string;
  readonly name: string;
  readonly nextDutyFrom: number | null;
}

/**
 * How everybody whom a group's code concerns stands to it: its own people, and whoever has a duty in it that runs or
 * lies ahead, or sat its quiz. Duties given before the code was published are among them: they stay.
 * @param now epoch ms
 */
export async function peopleOf(
  tx: AreaTx,
  group: GroupId,
  now: number,
): Promise<{ readonly asked: boolean; readonly people: readonly PersonView[] }> {
  const codes = (await findCodes(tx)).map(toCode);
  const current = inForce(codes, group);
  const concerned = await findConcerned(tx, group, now);
  const own = await ownOf(
    tx,
    concerned.map(({ memberId }) => memberId),
  );
  const from = passedFrom(codes, group) ?? 0;
  const serving = new Set(
    codes.flatMap(({ id, group: of, number }) =>
      of === group && number !== null && number >= from ? [id] : [],
    ),
  );
  const people = concerned.map((one): PersonView => {
    const { attempts, acknowledgements } = own(one.memberId);
    const passed = attempts.filter(({ codeId, passed: done }) => done && serving.has(codeId));
    const read = acknowledgements.filter(({ codeId }) => codeId === current?.id);
    return {
      ...one,
      fitness: fitnessOf(codes, group, { attempts, acknowledgements }),
      passedAt: passed.at(-1)?.at ?? null,
      acknowledgedAt: read.at(-1)?.at ?? null,
      tries: attempts.filter(({ codeId }) => codeId === current?.id).length,
    };
  });
  return { asked: current !== undefined, people };
}

async function findConcerned(tx: AreaTx, group: GroupId, now: number): Promise<readonly Concerned[]> {
  const at = new Date(now);
  const { rows } = await sql<Concerned>`
    select m.id as member_id, m.name, d.next_duty_from
    from accounts.member m left join lateral (
      select min(r."from") as next_duty_from from roster.duty r
      where r.area_id = m.area_id and r.member_id = m.id and r."group" = ${group}
        and r."until" > ${at} and r.ended_at is null) d on true
    where m.area_id = ${tx.areaId} and m.ended_at is null and (
      d.next_duty_from is not null
      or exists (select from accounts.standing s where s.area_id = m.area_id and s.member_id = m.id
        and s."group" = ${group} and s."from" <= ${at} and (s."until" is null or s."until" > ${at}))
      or exists (select from conduct.attempt a join conduct.code c on c.area_id = a.area_id and c.id = a.code_id
        where a.area_id = m.area_id and a.member_id = m.id and c."group" = ${group}))
    order by d.next_duty_from nulls last, m.name, m.id`.execute(tx.db);
  return rows;
}
