import { sql } from 'kysely';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import type { LineReading } from '../contract/lines.ts';
import { type LinePerson, LineReader } from '../domain/lines/line-reader.ts';
import { takeApart } from '../domain/lines/take-apart.ts';
import { blindsOf } from './tools.ts';

/** One reading for each line, in order. */
export async function readLines(tx: AreaTx, lines: readonly string[]): Promise<readonly LineReading[]> {
  const { rows } = await sql<LinePerson>`
    select r.id, r.name, l.compound, l.building, l.entrance, l.room
    from people.resident r
    join places.dwelling_label l on l.area_id = r.area_id and l.dwelling_id = r.dwelling_id
    where r.area_id = ${tx.areaId} and r.ended_at is null
    order by l.sort, r.household_id, r.position, r.id`.execute(tx.db);
  const numbers = lines.flatMap((line) => takeApart(line, []).idNumbers);
  const reader = new LineReader(rows, await findNumbers(tx, [...new Set(numbers)]));
  return lines.map((line) => reader.read(line));
}

/** Of these numbers those that a living entry has → its id; through the blind index. */
async function findNumbers(tx: AreaTx, numbers: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const byBlind = new Map(
    numbers.flatMap((number) => blindsOf(tx, 'idNumber', number).map((blind) => [blind, number] as const)),
  );
  if (byBlind.size === 0) return new Map();
  const { rows } = await sql<{ id: string; idBlind: string }>`
    select id, id_blind from people.resident
    where area_id = ${tx.areaId} and ended_at is null and id_blind = any(${[...byBlind.keys()]}::text[])`.execute(
    tx.db,
  );
  return new Map(rows.map(({ id, idBlind }) => [byBlind.get(idBlind) ?? '', id]));
}
