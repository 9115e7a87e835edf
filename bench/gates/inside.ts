import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import pino from 'pino';
import { type House, openHouse } from '#apps/server/house.ts';
import { migrations } from '#apps/server/migrations.ts';
import { confirmNotice } from '#core/privacy/testing/notice.ts';
import { readInside } from '#groups/gates/server/visits/inside.ts';
import { gatesDoors } from '#groups/gates/testing/mounted.ts';
import { startEmbedded } from '#kernel/db/embedded/embedded.ts';
import { migrate } from '#kernel/db/migrate.ts';
import { uuidv7 } from '#kernel/time-id/uuid.ts';
import { percentile } from '../push/latency.ts';
import { type Submit, submitter } from '../push/set-up.ts';
import { population } from '../testing/population.ts';
import { writeMonth } from './month.ts';

const PEOPLE = 10_000;
const PASSAGES = 200_000;
const VISITS = 120;
const LOOKS = 60;
const WARM_UP = 10;
const BAR_MS = 100;

const newId = (): string => uuidv7(Date.now());

/**
 * Who is inside, as the desk asks it: 10,000 people, visitors in their houses, without and with a month of passages
 * behind them, on one database one after the other.
 * @returns whether it takes less than 100 ms
 */
export async function run(args: readonly string[]): Promise<boolean> {
  const { values } = parseArgs({ args: [...args], options: { json: { type: 'boolean', default: false } } });
  const measured = await measureInside();
  const lines = Object.entries(measured).map(([name, value]) => `${name.padEnd(16)} ${value.toFixed(1)}`);
  process.stdout.write(`${lines.join('\n')}\nbar              < ${BAR_MS} ms\n`);
  if (values.json) process.stdout.write(`${JSON.stringify(measured)}\n`);
  return measured.insideMs < BAR_MS;
}

export interface InsideTimes {
  /** Median with a month of passages, ms. */
  readonly insideMs: number;
  readonly insideP95Ms: number;
  /** Median before anybody had passed, ms. */
  readonly firstDayMs: number;
  /** How many are out in the month's end. */
  readonly out: number;
}

export async function measureInside(): Promise<InsideTimes> {
  const folder = await mkdtemp(join(tmpdir(), 'concerto-bench-'));
  const postgres = await startEmbedded({ dataFolder: folder });
  try {
    await migrate(postgres.url, migrations);
    const log = pino({ level: 'error' });
    const house = await openHouse({ databaseUrl: postgres.url, dataFolder: folder, log });
    try {
      const { areaId, gateIds } = await makeArea(house);
      const first = await look(house, areaId);
      await writeMonth(postgres.url, areaId, gateIds, PASSAGES);
      const later = await look(house, areaId);
      return {
        insideMs: percentile(later.times, 0.5),
        insideP95Ms: percentile(later.times, 0.95),
        firstDayMs: percentile(first.times, 0.5),
        out: later.out,
      };
    } finally {
      await house.close();
    }
  } finally {
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function makeArea(house: House) {
  const name = '清源居民区';
  const areaId = await house.areaNamed(name);
  const submit = submitter(house, areaId);
  const notice = confirmNotice(name, newId());
  await submit(notice.kind, [notice.body]);
  const { chunks } = population(newId, PEOPLE);
  for (const chunk of chunks) await submit('people.import-rows', [chunk]);
  // Of as many compounds as so many people fill.
  const compoundIds = new Set(chunks.flatMap(({ places }) => places.compounds.map(({ id }) => id)));
  const gates = [...compoundIds].map((compoundId) => ({
    gateId: newId(),
    name: '正门',
    compoundId,
    openFrom: null,
    openUntil: null,
    lanes: [{ laneId: newId(), name: '人行', direction: 'both' }],
  }));
  await submit('gates.add-gate', gates);
  const buildingIds = chunks.flatMap(({ places }) => places.buildings.map(({ id }) => id));
  await registerVisits(submit, gates[0]?.gateId ?? '', buildingIds);
  return { areaId, gateIds: gates.map(({ gateId }) => gateId) };
}

async function registerVisits(submit: Submit, gateId: string, buildingIds: readonly string[]): Promise<void> {
  const visits = Array.from({ length: VISITS }, (_, i) => ({
    ...{ visitId: newId(), passageId: newId(), gateId, laneId: null, kind: 'courier', entranceId: null },
    buildingId: buildingIds[i % buildingIds.length] ?? null,
    ...{ room: '101', people: 1, name: '陈师傅', phoneTail: '0001', plate: `沪A${String(10_000 + i)}` },
    ...{ outcome: 'allowed', rule: 'visit', reason: null },
  }));
  await submit('gates.register-visit', visits);
}

async function look(
  house: House,
  areaId: string,
): Promise<{ readonly times: number[]; readonly out: number }> {
  const times: number[] = [];
  let out = 0;
  for (let i = 0; i < LOOKS + WARM_UP; i++) {
    const start = performance.now();
    const view = await house.host.read(areaId, (tx) => readInside(tx, gatesDoors, Date.now()));
    if (i >= WARM_UP) times.push(performance.now() - start);
    out = view.buildings.reduce((sum, one) => sum + one.out, 0);
  }
  return { times, out };
}
