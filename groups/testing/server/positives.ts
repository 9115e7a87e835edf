import { sql } from 'kysely';
import type { PositiveCase, PositiveSource } from '#core/zones/contract.ts';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import type { TestingDoors } from './doors.ts';

interface Swab {
  readonly id: string;
  readonly residentId: string | null;
  readonly knownAt: number;
  readonly corrected: boolean;
}

/** Positive swabs of one person, each with the home of whoever was swabbed as the register has it now. */
export const testingPositives = (doors: TestingDoors): PositiveSource => ({
  async positives(tx, since) {
    const swabs = await findSwabs(tx, since);
    const cards = await doors.people.residentsByIds(
      tx,
      swabs.flatMap(({ residentId }) => residentId ?? []),
    );
    const homes = await doors.places.dwellingLabels(
      tx,
      [...cards.values()].map(({ dwellingId }) => dwellingId),
    );
    const cases: PositiveCase[] = [];
    let unplaced = 0;
    for (const { id, residentId, knownAt, corrected } of swabs) {
      const home = homes.get(cards.get(residentId ?? '')?.dwellingId ?? '');
      if (home) {
        const { compoundId, buildingId, entranceId } = home;
        cases.push({ id, compoundId, buildingId, entranceId, knownAt, corrected });
      } else if (!corrected) unplaced += 1;
    }
    return { cases, unplaced };
  },
});

/**
 * The only person in a tube that the laboratory found positive, whatever the round's mode: a pool of ten closed early
 * with one in it speaks of him alone. Known since the first such result; put right when none of them stands.
 */
async function findSwabs(tx: AreaTx, since: number): Promise<readonly Swab[]> {
  const { rows } = await sql<Swab>`
    select s.id, s.resident_id, min(r.recorded_at) as known_at, bool_and(r.replaced_at is not null) as corrected
    from testing.result r
    join testing.tube t on t.area_id = r.area_id and t.round_id = r.round_id and t.code = r.tube_code
      and t.voided_at is null and t.count = 1
    join testing.sample s on s.area_id = t.area_id and s.round_id = t.round_id and s.tube_id = t.id
      and s.voided_at is null
    where r.area_id = ${tx.areaId} and r.outcome = 'positive' and r.recorded_at >= ${new Date(since)}
    group by s.id, s.resident_id`.execute(tx.db);
  return rows;
}
