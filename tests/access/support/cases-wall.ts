import { type AnyRouter, call } from '@orpc/server';
import { sql } from 'kysely';
import { inArea } from '#kernel/db/transaction.ts';
import { ProblemError } from '#kernel/problem/problem.ts';
import type { QueryContext } from '#kernel/query/context.ts';
import { uuidv7 } from '#kernel/time-id/uuid.ts';
import { plainRows } from './cases-commands.ts';
import { inputOf, type Query, queriesOf } from './cases-queries.ts';
import type { Fill } from './example.ts';
import { areaTables } from './foreign.ts';
import type { Stand } from './stand.ts';
import { patiently, type Tally } from './tally.ts';

/**
 * As if the first wall had fallen: the server itself, which may everything, asks and commands in the own area with ids
 * of the other. What stands between them then is PostgreSQL, which shows the app's role one area at a time. And the
 * same questions by a secretary over HTTP.
 */
export async function tryWall(stand: Stand, tally: Tally): Promise<void> {
  const { foreign, house, areaId, actors } = stand;
  const fill: Fill = { id: (field) => foreign.ids[field] ?? foreign.ids.residentId ?? '' };
  const secretary = actors.find(({ role, left }) => role === 'secretary' && !left)?.client;
  if (!secretary) throw new Error('there is no secretary');
  for (const query of queriesOf(house.modules)) {
    const input = inputOf(query, fill);
    const behind = await askBehind(stand, query, input);
    const path = `/rpc/${query.name.replace('.', '/')}`;
    const response = await patiently(() => secretary.post(path, { json: input }));
    const answers = { 'system, ids from there': behind, 'secretary, ids from there': await response.text() };
    for (const [who, answer] of Object.entries(answers)) {
      const seen = marksIn(answer, JSON.stringify(input) ?? '', foreign.marks);
      tally.add('second wall, query', query.name, who, 'refused', seen.length === 0, seen);
    }
  }

  const before = await sumsOf(stand);
  const claimedAt = stand.clock.now();
  const rows = plainRows(house.modules, fill);
  const commands = rows.map(({ kind, v, body }) => ({
    id: uuidv7(claimedAt),
    kind,
    v,
    claimedAt,
    actorId: 'system',
    body,
  }));
  const answered = await house.host.submit(areaId, commands, house.system(areaId));
  const after = await sumsOf(stand);
  const touched = [...after].filter(([table, sum]) => before.get(table) !== sum);
  for (const [i, { name }] of rows.entries()) {
    const kept = touched.length === 0 && answered[i] !== undefined;
    tally.add('second wall, command', name, 'system, ids from there', 'refused', kept, touched);
  }
}

const marksIn = (answer: string, asked: string, marks: readonly string[]): readonly string[] =>
  marks.filter((mark) => answer.includes(mark) && !asked.includes(mark));

/** The procedure itself, in a view of the own area. A problem is an answer too. */
async function askBehind({ house, areaId, clock }: Stand, query: Query, input: unknown): Promise<string> {
  const [module = '', name = ''] = query.name.split('.');
  const router = house.modules.find((one) => one.name === module)?.queries as
    | Readonly<Record<string, AnyRouter>>
    | undefined;
  const { actor } = house.system(areaId);
  const asked = house.host.read(areaId, (tx) => {
    const context: QueryContext = { tx, actor, now: clock.now(), rules: house.host.rules };
    return call(router?.[name] as never, input as never, { context } as never);
  });
  try {
    return JSON.stringify(await asked) ?? '';
  } catch (error) {
    if (error instanceof ProblemError) return error.kind.code;
    throw error;
  }
}

/** Of each table the sum of the other area's rows. */
async function sumsOf({ house, foreign }: Stand): Promise<ReadonlyMap<string, string>> {
  const keys = await house.ring.of(foreign.areaId);
  const sums = new Map<string, string>();
  await inArea(house.db, foreign.areaId, keys, async (tx) => {
    for (const { schema, name } of await areaTables(tx)) {
      const { rows } = await sql<{ sum: string | null }>`
        select md5(string_agg(t::text, '|' order by t::text)) as sum from ${sql.id(schema, name)} t`.execute(
        tx.db,
      );
      sums.set(`${schema}.${name}`, rows[0]?.sum ?? '');
    }
  });
  return sums;
}
