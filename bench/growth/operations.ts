import pino from 'pino';
import { openHouse } from '#apps/server/house.ts';
import type { Client } from '#apps/server/testing-server.ts';
import { inputOf, queriesOf } from '#tests/access/support/cases-queries.ts';
import { population } from '../push/population.ts';
import { type Day, say } from './day.ts';

export interface Operation {
  readonly name: string;
  run(): Promise<unknown>;
}

const TIMES = 10;
const BATCH = 20;

/**
 * Milliseconds of each in each column, the best of a few: what else the machine does meanwhile is not counted. The columns
 * take turns, so that what slows the machine for a while slows all of them.
 */
export async function measure(
  columns: readonly (readonly Operation[])[],
): Promise<readonly ReadonlyMap<string, number>[]> {
  const measured = columns.map(() => new Map<string, number>());
  for (const [row, { name }] of (columns[0] ?? []).entries()) {
    for (let i = 0; i < TIMES; i++) {
      for (const [at, operations] of columns.entries()) {
        const operation = operations[row];
        if (operation?.name !== name) throw new Error(`${name} is not answered everywhere`);
        const begun = performance.now();
        await operation.run();
        const ms = performance.now() - begun;
        measured[at]?.set(name, Math.min(ms, measured[at].get(name) ?? ms));
      }
    }
  }
  return measured;
}

/** What is measured of one house. @param databaseUrl its own */
export async function operationsOf(
  secretary: Client,
  { roundId, residentId, reserved }: Day,
  databaseUrl: string,
  dataFolder: string,
): Promise<Operation[]> {
  const left = [...reserved];
  return [
    { name: 'start', run: () => startAndStop(databaseUrl, dataFolder) },
    {
      name: `push of ${BATCH} samples`,
      run() {
        // An empty push would be the quickest, and count as the best.
        if (left.length < BATCH) throw new Error('too few people: --people 1500 or more');
        return say(secretary, left.splice(0, BATCH));
      },
    },
    { name: 'first pull', run: async () => (await secretary.pull()).arrayBuffer() },
    { name: 'import of 200 people', run: () => say(secretary, importChunks()) },
    ...(await queriesFor(secretary, databaseUrl, dataFolder, { roundId, residentId })),
  ];
}

const importChunks = () =>
  population(() => crypto.randomUUID(), 200).chunks.map((body) => ({ kind: 'people.import-rows', body }));

/** Every query that this person is answered, about the area's round and one of its people. */
async function queriesFor(
  client: Client,
  databaseUrl: string,
  dataFolder: string,
  subjects: Readonly<Record<string, string>>,
): Promise<Operation[]> {
  const fill = { id: (field: string) => subjects[field] ?? crypto.randomUUID() };
  const house = await openHouse({ databaseUrl, dataFolder, log: pino({ level: 'silent' }) });
  const queries = queriesOf(house.modules);
  await house.close();
  const operations: Operation[] = [];
  for (const query of queries) {
    const json = inputOf(query, fill);
    const run = async () => {
      const response = await client.post(`/rpc/${query.name.replace('.', '/')}`, { json });
      await response.arrayBuffer();
      return response.status;
    };
    if ((await run()) === 200) operations.push({ name: query.name, run });
  }
  return operations;
}

/** The house opened and closed, without the web build and the database's own start. */
async function startAndStop(databaseUrl: string, dataFolder: string): Promise<void> {
  const house = await openHouse({ databaseUrl, dataFolder, log: pino({ level: 'silent' }) });
  await house.close();
}
