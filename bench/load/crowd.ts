import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from '#apps/server/testing-server.ts';
import { paths } from '#core/devices/contract.ts';
import { AuthorKeyPair } from '#core/devices/testing/phone.ts';
import { type Phone, PushFailed, push } from '../push/load.ts';
import { Line, samplesOf } from '../push/phone.ts';
import type { BenchArea } from '../push/set-up.ts';

/** Offline for so long. */
export const OFFLINE_MS = 4 * 3_600_000;
const RETRY_MS = 500;

/** A phone that comes back: its session and what it made meanwhile, signed. */
export interface Returning {
  readonly phone: Phone;
  readonly commands: readonly { readonly id: string }[];
}

export interface Heard {
  readonly acknowledged: string[];
  /** Answered `refused`, by code. */
  readonly refused: string[];
  /** Pushes that were turned away and sent again, by status or socket error. */
  readonly turnedAway: string[];
  /** From coming back to the last answer, per phone, ms. */
  readonly waits: number[];
}

/** Enrols a key for each phone and signs what it made over the hours, as its vault does. */
export async function returningPhones(
  clients: readonly Client[],
  area: BenchArea,
  each: number,
): Promise<Returning[]> {
  const line = new Line(area);
  const began = Date.now() - OFFLINE_MS;
  const phones: Returning[] = [];
  for (const [index, client] of clients.entries()) {
    const { areaId, cookie, memberId, deviceId } = client;
    const key = new AuthorKeyPair();
    const enrolled = await client.post(paths.enrol(areaId), {
      ...{ deviceId, publicKey: key.publicKey, appVersion: '0.1.0', platform: 'Android' },
    });
    if (!enrolled.ok) throw new Error(`enrolling answered ${enrolled.status}`);
    let made = 0;
    const samples = samplesOf(area, line, index, memberId, () => began + (made++ * OFFLINE_MS) / each);
    const commands = Array.from({ length: each }, () => samples.next()).flatMap(({ value }) =>
      value ? [key.sign({ ...value, claimedAt: Math.round(value.claimedAt) }, areaId)] : [],
    );
    if (commands.length < each) throw new Error('there are too few people');
    phones.push({ phone: { areaId, cookie, memberId, deviceId, next: () => [] }, commands });
  }
  return phones;
}

/** All at once; a batch that was turned away is sent again until it is answered. */
export async function comeBack(address: string, phones: readonly Returning[]): Promise<Heard> {
  const heard: Heard = { acknowledged: [], refused: [], turnedAway: [], waits: [] };
  const begun = performance.now();
  await Promise.all(
    phones.map(async ({ phone, commands }) => {
      while (!(await sendOnce(address, phone, commands, heard))) await sleep(RETRY_MS);
      heard.waits.push(performance.now() - begun);
    }),
  );
  return heard;
}

async function sendOnce(
  address: string,
  phone: Phone,
  commands: Returning['commands'],
  heard: Heard,
): Promise<boolean> {
  try {
    const { answers } = await push(address, phone, commands);
    for (const { id, first, problems } of answers) {
      if (first === 'refused') heard.refused.push(problems[0]?.code ?? '');
      else heard.acknowledged.push(id);
    }
    return true;
  } catch (error) {
    if (error instanceof PushFailed) heard.turnedAway.push(String(error.status));
    else if (error instanceof Error && 'code' in error) heard.turnedAway.push(String(error.code));
    else throw error;
    return false;
  }
}
