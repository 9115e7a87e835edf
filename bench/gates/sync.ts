import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import pino from 'pino';
import { type House, openHouse } from '#apps/server/house.ts';
import { migrations } from '#apps/server/migrations.ts';
import { confirmNotice } from '#core/privacy/testing/notice.ts';
import type { GatesBodies } from '#groups/gates/contract/commands.ts';
import type { CommandEnvelope } from '#kernel/command/command.ts';
import { startEmbedded } from '#kernel/db/embedded/embedded.ts';
import { migrate } from '#kernel/db/migrate.ts';
import { uuidv7 } from '#kernel/time-id/uuid.ts';
import { submitter } from '../push/set-up.ts';
import { population } from '../testing/population.ts';

const PEOPLE = 10_000;
const PASSAGES = 20_000;
const PHONES = 10;
/** Commands of one push, as a phone that comes back sends them. */
const BATCH = 200;
const BAR_SECONDS = 10;
const HOUR = 3_600_000;

const newId = (): string => uuidv7(Date.now());
type Passage = GatesBodies['gates.record-passage'];

/**
 * A day at the gates that ten phones held back, sent at once: 20,000 passages of 10,000 people under precaution, whose
 * outings are counted. In the server's own process, without HTTP; nothing is left out behind that.
 * @returns whether it is all in within ten seconds
 */
export async function run(args: readonly string[]): Promise<boolean> {
  const { values } = parseArgs({ args: [...args], options: { json: { type: 'boolean', default: false } } });
  const measured = await measureSync();
  const { syncPassagesSeconds, flagged, cpuSeconds } = measured;
  process.stdout.write(
    `${PASSAGES} passages, ${PHONES} phones  ${syncPassagesSeconds.toFixed(1)} s (bar < ${BAR_SECONDS} s)\n`,
  );
  process.stdout.write(
    `server's own CPU           ${cpuSeconds.toFixed(1)} s\nflagged                    ${flagged}\n`,
  );
  if (values.json) process.stdout.write(`${JSON.stringify(measured)}\n`);
  return syncPassagesSeconds < BAR_SECONDS;
}

export async function measureSync(): Promise<{
  readonly syncPassagesSeconds: number;
  /** User CPU of the server's process meanwhile, Postgres' not in it. */
  readonly cpuSeconds: number;
  readonly flagged: number;
}> {
  const folder = await mkdtemp(join(tmpdir(), 'concerto-bench-'));
  const postgres = await startEmbedded({ dataFolder: folder });
  try {
    await migrate(postgres.url, migrations);
    const log = pino({ level: 'error' });
    const house = await openHouse({ databaseUrl: postgres.url, dataFolder: folder, log });
    try {
      const area = await makeArea(house);
      const phones = dayOf(area);
      const [start, cpu] = [performance.now(), process.cpuUsage()];
      const flagged = await Promise.all(phones.map((bodies) => sendAll(house, area.areaId, bodies)));
      return {
        syncPassagesSeconds: (performance.now() - start) / 1000,
        cpuSeconds: process.cpuUsage(cpu).user / 1e6,
        flagged: flagged.reduce((sum, count) => sum + count, 0),
      };
    } finally {
      await house.close();
    }
  } finally {
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

interface Area {
  readonly areaId: string;
  readonly gateIds: readonly string[];
  /** By household. */
  readonly households: readonly (readonly string[])[];
}

/** Ten gates in the first compound, everything under precaution since the day before. */
async function makeArea(house: House): Promise<Area> {
  const name = '清源居民区';
  const areaId = await house.areaNamed(name);
  const submit = submitter(house, areaId);
  const notice = confirmNotice(name, newId());
  await submit(notice.kind, [notice.body]);
  const { chunks } = population(newId, PEOPLE);
  for (const chunk of chunks) await submit('people.import-rows', [chunk]);
  const compoundIds = [...new Set(chunks.flatMap(({ places }) => places.compounds.map(({ id }) => id)))];
  const gateIds = Array.from({ length: PHONES }, newId);
  const gates = gateIds.map((gateId, i) => ({
    ...{ gateId, name: `${i + 1}号门`, compoundId: compoundIds[0], openFrom: null, openUntil: null },
    lanes: [{ laneId: newId(), name: '1号通道', direction: 'both' }],
  }));
  await submit('gates.add-gate', gates);
  const declared = compoundIds.map((placeId) => ({
    ...{ statusId: newId(), placeKind: 'compound', placeId, status: 'precaution' },
    ...{ from: Date.now() - 24 * HOUR, until: null, reason: '小区无新增', source: '街道通知' },
  }));
  await submit('zones.set-status', declared);
  const households = new Map<string, string[]>();
  for (const { id, householdId } of chunks.flatMap(({ residents }) => residents)) {
    const members = households.get(householdId ?? '') ?? [];
    members.push(id);
    households.set(householdId ?? '', members);
  }
  return { areaId, gateIds, households: [...households.values()] };
}

interface Held {
  readonly at: number;
  readonly body: Passage;
}

/**
 * What each phone held: people go out and come home, every household twice, and every third asks once too often and is
 * turned back; spread over twelve hours, each phone's in order of time.
 */
function dayOf({ gateIds, households }: Area): Held[][] {
  const phones: Held[][] = gateIds.map(() => []);
  const begun = Date.now() - 12 * HOUR;
  let made = 0;
  const hold = (residentId: string, direction: Passage['direction'], rule: string, refused = false) => {
    const phone = made % phones.length;
    phones[phone]?.push({
      at: begun + Math.floor((made / PASSAGES) * 12 * HOUR),
      body: {
        ...{ passageId: newId(), gateId: gateIds[phone] ?? '', laneId: null, direction, subject: 'resident' },
        ...{ residentId, householdId: null, passId: null, visitId: null },
        ...{ outcome: refused ? 'refused' : 'allowed', rule, reason: null, note: '', photo: null },
      },
    });
    made += 1;
  };
  for (let round = 0; made < PASSAGES; round++) {
    for (const [i, members] of households.entries()) {
      if (made >= PASSAGES) break;
      const one = members[0] ?? '';
      if (round >= 2) hold(one, 'out', 'outings-used', true);
      else {
        hold(one, 'out', 'within-outings');
        hold(one, 'in', 'returning');
        if (i % 3 === 0) hold(members.at(-1) ?? '', 'out', 'someone-out', true);
      }
    }
  }
  return phones;
}

/** Batch by batch, as a phone does: the next when the one before is answered. @returns how many were flagged */
async function sendAll(house: House, areaId: string, held: readonly Held[]): Promise<number> {
  const by = house.system(areaId);
  let flagged = 0;
  for (let from = 0; from < held.length; from += BATCH) {
    const envelopes = held.slice(from, from + BATCH).map(({ at, body }): CommandEnvelope => {
      const kind = 'gates.record-passage';
      return { id: newId(), kind, v: 1, claimedAt: at, actorId: by.actor.id, body };
    });
    const answers = await house.host.submit(areaId, envelopes, by);
    const lost = answers.find(({ outcome }) => outcome !== 'done' && outcome !== 'flagged');
    if (lost) throw new Error(`a passage was ${lost.outcome}: ${lost.problems[0]?.code ?? ''}`);
    flagged += answers.filter(({ outcome }) => outcome === 'flagged').length;
  }
  return flagged;
}
