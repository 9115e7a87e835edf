import pino from 'pino';
import { openHouse } from '#apps/server/house.ts';
import type { Client } from '#apps/server/testing-server.ts';
import { FixedClock } from '#kernel/time-id/clock.ts';
import { comingIn } from '#tests/access/support/come-in.ts';
import { type BenchArea, makeArea, submitter } from '../push/set-up.ts';
import { OFFLINE_MS } from './crowd.ts';

const HOUR = 3_600_000;
/** Of how many people a round is; whoever has more commands to make goes on in the next round. */
const PEOPLE = 10_000;

export interface Stage {
  readonly area: BenchArea;
  readonly phones: readonly Client[];
  readonly consoles: readonly Client[];
}

export interface StageOptions {
  readonly databaseUrl: string;
  readonly dataFolder: string;
  readonly address: string;
  readonly phones: number;
  readonly consoles: number;
  /** Commands of all phones together. */
  readonly commands: number;
}

/** An area in which everybody was at work since before the network went: the house is opened by a clock of that hour. */
export async function setStage(options: StageOptions): Promise<Stage> {
  const clock = new FixedClock(Date.now() - OFFLINE_MS - HOUR);
  const { databaseUrl, dataFolder } = options;
  const house = await openHouse({ databaseUrl, dataFolder, log: pino({ level: 'error' }), clock });
  try {
    const people = Math.min(PEOPLE, options.commands);
    const rounds = Math.ceil(options.commands / people);
    const area = await makeArea(house, 'Load', { people, rounds, phones: Math.max(1, options.phones) });
    const comeIn = await comingIn(options, house);
    const submit = submitter(house, area.areaId);
    const phones: Client[] = [];
    for (let i = 0; i < options.phones; i++)
      phones.push(...(await comeIn([{ areaId: area.areaId, role: 'volunteer', group: null }])));
    const from = clock.now();
    const duties = phones.map(({ memberId }) => ({
      ...{ dutyId: crypto.randomUUID(), memberId, group: 'testing', place: null },
      ...{ from, until: from + 12 * HOUR },
    }));
    for (let at = 0; at < duties.length; at += 500)
      await submit('roster.assign-duty', duties.slice(at, at + 500));
    const consoles: Client[] = [];
    for (let i = 0; i < options.consoles; i++)
      consoles.push(...(await comeIn([{ areaId: area.areaId, role: 'command', group: null }])));
    return { area, phones, consoles };
  } finally {
    await house.close();
  }
}
