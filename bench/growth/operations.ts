import pino from 'pino';
import { type House, openHouse } from '#apps/server/house.ts';
import type { Client } from '#apps/server/testing-server.ts';
import { inputOf, queriesOf } from '#tests/access/support/cases-queries.ts';

export interface Operation {
  readonly name: string;
  run(): Promise<unknown>;
}

const TIMES = 10;

/** Milliseconds of each, the best of a few: what else the machine does meanwhile is not counted. */
export async function measure(operations: readonly Operation[]): Promise<ReadonlyMap<string, number>> {
  const measured = new Map<string, number>();
  for (const { name, run } of operations) {
    let best = Number.POSITIVE_INFINITY;
    for (let i = 0; i < TIMES; i++) {
      const begun = performance.now();
      await run();
      best = Math.min(best, performance.now() - begun);
    }
    measured.set(name, best);
  }
  return measured;
}

/** Every query that this person is answered, about the area's round and one of its people. */
export async function queriesFor(
  client: Client,
  modules: House['modules'],
  subjects: Readonly<Record<string, string>>,
): Promise<Operation[]> {
  const fill = { id: (field: string) => subjects[field] ?? crypto.randomUUID() };
  const operations: Operation[] = [];
  for (const query of queriesOf(modules)) {
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
export const startUp = (databaseUrl: string, dataFolder: string): Operation => ({
  name: 'start',
  async run() {
    const house = await openHouse({ databaseUrl, dataFolder, log: pino({ level: 'silent' }) });
    await house.close();
  },
});
