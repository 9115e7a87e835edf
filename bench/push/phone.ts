import { uuidv7 } from '#kernel/time-id/uuid.ts';
import type { Phone } from './load.ts';
import type { BenchArea } from './set-up.ts';

const newId = (): string => uuidv7(Date.now());
const POOL = 10;

let phoneCount = 0;

/** Joins by invitation, over HTTP, as a volunteer does; the session's cookie is what every push carries. */
export async function joinPhone(address: string, area: BenchArea, line: Line, index: number): Promise<Phone> {
  const { cookie, memberId } = await join(address, area.tokens[index] ?? '', `Sampler ${index}`);
  const commands = samplesOf(area, line, index, memberId);
  return {
    areaId: area.areaId,
    cookie,
    memberId,
    deviceId: newId(),
    next(count) {
      const batch: { readonly id: string }[] = [];
      while (batch.length < count) {
        const next = commands.next();
        if (next.done) break;
        batch.push(next.value);
      }
      return batch;
    },
  };
}

/** Whoever has joined, signed in. */
export interface Joined {
  readonly cookie: string;
  readonly memberId: string;
  /** What he or she signs in with, and `PIN`. */
  readonly phone: string;
}

export const PIN = '246810';

/** @param token of an invitation */
export async function join(address: string, token: string, name: string): Promise<Joined> {
  phoneCount += 1;
  const memberId = newId();
  const phone = `199${String(10_000_000 + phoneCount)}`;
  const response = await fetch(`${address}/api/join/${token}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ memberId, name, phone, pin: PIN }),
  });
  if (!response.ok) throw new Error(`join answered ${response.status}: ${await response.text()}`);
  const cookie = response.headers
    .getSetCookie()
    .map((c) => c.split(';')[0])
    .join('; ');
  return { cookie, memberId, phone };
}

/** Everybody of an area, round after round; its phones take the next person in turn, so nobody is sampled twice. */
export class Line {
  private at = 0;

  constructor(private readonly area: Pick<BenchArea, 'residentIds' | 'rounds'>) {}

  next(): { readonly round: number; readonly residentId: string } | null {
    const { residentIds, rounds } = this.area;
    const round = Math.floor(this.at / residentIds.length);
    const residentId = residentIds[this.at % residentIds.length];
    if (round >= rounds.length || residentId === undefined) return null;
    this.at += 1;
    return { round, residentId };
  }
}

/** Ten to a tube, a new tube for each round. @param now the phone's own clock */
export function* samplesOf(
  area: Pick<BenchArea, 'rounds'>,
  line: Line,
  index: number,
  memberId: string,
  now: () => number = Date.now,
) {
  let tube = { round: -1, id: '', code: '', count: POOL };
  let tubes = 0;
  for (let next = line.next(); next; next = line.next()) {
    if (tube.round !== next.round || tube.count === POOL) {
      tubes += 1;
      tube = { round: next.round, id: newId(), code: `T${index}-${tubes}`, count: 0 };
    }
    tube.count += 1;
    const round = area.rounds[next.round];
    const laneId = round?.laneIds[index % round.laneIds.length];
    const ids = { roundId: round?.roundId, sampleId: newId(), checkInId: newId(), tubeId: tube.id, laneId };
    const who = { residentId: next.residentId, codeText: null, method: 'scan' };
    const body = { ...ids, ...who, tubeCode: tube.code };
    yield { id: newId(), kind: 'testing.sample', v: 1, claimedAt: now(), actorId: memberId, body };
  }
}
