import pino from 'pino';
import { openHouse } from '#apps/server/house.ts';
import type { Client } from '#apps/server/testing-server.ts';
import { comingIn } from '#tests/access/support/come-in.ts';
import { startBenchServer } from '../push/server.ts';
import { makeTestingArea } from '../testing/area.ts';
import { aDay } from '../testing/day.ts';

/** Kept for pushing while it is measured: there must be more people than these. */
const RESERVED = 900;

export interface Deed {
  readonly kind: string;
  readonly body: unknown;
}

/** An area's first day, and who may look at all of it. */
export interface Day {
  readonly secretary: Client;
  readonly roundId: string;
  readonly residentId: string;
  /** Samples that were not taken yet. */
  readonly reserved: readonly Deed[];
}

/** The day is worked, but for some people who are sampled while it is measured. Nothing is connected afterwards. */
export async function workedDay(url: string, folder: string, people: number): Promise<Day> {
  const server = await startBenchServer(url, folder);
  const house = await openHouse({ databaseUrl: url, dataFolder: folder, log: pino({ level: 'error' }) });
  try {
    const area = await makeTestingArea(house, people, 0);
    const comeIn = await comingIn({ address: server.address, dataFolder: folder }, house);
    const [secretary] = await comeIn([{ areaId: area.areaId, role: 'secretary', group: null }]);
    if (!secretary) throw new Error('nobody came');
    const { roundId } = area;
    const deeds: readonly Deed[] = [...aDay(area)];
    const reserved = deeds.filter(({ kind }) => kind === 'testing.sample').slice(-RESERVED);
    const others = deeds.filter((deed) => !reserved.includes(deed));
    await say(secretary, [{ kind: 'testing.open-round', body: { roundId } }]);
    for (let at = 0; at < others.length; at += 500) await say(secretary, others.slice(at, at + 500));
    return { secretary, roundId, residentId: area.residentIds[0] ?? '', reserved };
  } finally {
    await house.close();
    await server.stop();
  }
}

export async function say(secretary: Client, deeds: readonly Deed[]): Promise<void> {
  const response = await secretary.push(deeds.map(({ kind, body }) => secretary.envelope(kind, body)));
  if (!response.ok) throw new Error(`push answered ${response.status}`);
}
