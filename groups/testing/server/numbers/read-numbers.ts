import { sql } from 'kysely';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import type { RoundNumbers } from '../../contract/number-queries.ts';
import { findOpenedRounds } from '../history/store-person.ts';
import { countCoverage, countPeople, countTubes } from '../store-figures.ts';
import { type KeptCounts, versionsOf } from './kept-counts.ts';

const HOUR = 3_600_000;
const MINUTE = 60_000;

type Counts = Omit<RoundNumbers, 'roundId' | 'round' | 'openedAt' | 'state' | 'positives'> & {
  readonly positives: number;
};
export type NumbersKept = KeptCounts<Counts>;

/**
 * The latest rounds in numbers, oldest first; each counted as its board counts it, from its own rows alone.
 * @param kept what rounds that did not change since came to
 */
export async function readNumbers(
  tx: AreaTx,
  kept: NumbersKept,
  asked: { readonly rounds: number; readonly maySeeResult: boolean },
): Promise<RoundNumbers[]> {
  const latest = (await findOpenedRounds(tx)).slice(0, asked.rounds).reverse();
  const versions = await versionsOf(
    tx,
    latest.map(({ id }) => id),
  );
  const numbers: RoundNumbers[] = [];
  for (const { id, name, openedAt, state } of latest) {
    const counts = await kept.of(tx, id, versions.get(id) ?? 0, () => countRound(tx, id));
    const positives = asked.maySeeResult ? counts.positives : null;
    numbers.push({ roundId: id, round: name, openedAt, state, ...counts, positives });
  }
  return numbers;
}

async function countRound(tx: AreaTx, roundId: string): Promise<Counts> {
  const coverage = { expected: 0, sampled: 0 };
  for (const { expected, sampled } of await countCoverage(tx, roundId)) {
    coverage.expected += expected;
    coverage.sampled += sampled;
  }
  const { swabs, firstAt, lastAt, laneHours } = await countWork(tx, roundId);
  return {
    people: await countPeople(tx, roundId),
    personTimes: swabs,
    tubes: await countTubes(tx, roundId),
    ...coverage,
    missed: coverage.expected - coverage.sampled,
    positives: await countPositives(tx, roundId),
    minutes: firstAt === null || lastAt === null ? null : Math.ceil((lastAt - firstAt) / MINUTE),
    laneHours,
  };
}

interface LaneWork {
  readonly swabs: number;
  readonly firstAt: number;
  readonly lastAt: number;
}

/** Standing swabs in tubes by lane; a lane works from its first swab to its last. */
async function countWork(tx: AreaTx, roundId: string) {
  const { rows } = await sql<LaneWork>`
    select count(*)::int4 as swabs, min(at) as first_at, max(at) as last_at
    from testing.swab where area_id = ${tx.areaId} and round_id = ${roundId} and in_tube
    group by lane_id`.execute(tx.db);
  return {
    swabs: rows.reduce((sum, { swabs }) => sum + swabs, 0),
    firstAt: rows.length === 0 ? null : Math.min(...rows.map(({ firstAt }) => firstAt)),
    lastAt: rows.length === 0 ? null : Math.max(...rows.map(({ lastAt }) => lastAt)),
    laneHours: rows.reduce((sum, { firstAt, lastAt }) => sum + (lastAt - firstAt) / HOUR, 0),
  };
}

async function countPositives(tx: AreaTx, roundId: string): Promise<number> {
  const { rows } = await sql<{ positives: number }>`
    select count(distinct tube_code)::int4 as positives from testing.result
    where area_id = ${tx.areaId} and round_id = ${roundId} and replaced_at is null and outcome = 'positive'`.execute(
    tx.db,
  );
  return rows[0]?.positives ?? 0;
}
