import { uuidv7 } from '#kernel/time-id/uuid.ts';
import type { Phone } from './load.ts';
import type { BenchArea } from './set-up.ts';

const newId = (): string => uuidv7(Date.now());
const POOL = 10;

let phoneCount = 0;

/** Joins by invitation, over HTTP, as a volunteer does; the session's cookie is what every push carries. */
export async function joinPhone(address: string, area: BenchArea, index: number): Promise<Phone> {
  phoneCount += 1;
  const memberId = newId();
  const phone = `199${String(10_000_000 + phoneCount)}`;
  const response = await fetch(`${address}/api/join/${area.tokens[index]}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ memberId, name: `Sampler ${index}`, phone, pin: '246810' }),
  });
  if (!response.ok) throw new Error(`join answered ${response.status}: ${await response.text()}`);
  const cookie = response.headers
    .getSetCookie()
    .map((c) => c.split(';')[0])
    .join('; ');
  const commands = samplesOf(area, index, memberId);
  return {
    areaId: area.areaId,
    cookie,
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

/** This phone's share of everybody, round after round, ten to a tube: nobody twice, no tube twice. */
function* samplesOf(area: BenchArea, index: number, memberId: string) {
  const phones = area.tokens.length;
  for (const [r, { roundId, laneIds }] of area.rounds.entries()) {
    const laneId = laneIds[index % laneIds.length];
    let tubeId = newId();
    let tubes = 0;
    let inTube = 0;
    for (let i = index; i < area.residentIds.length; i += phones) {
      if (inTube === POOL) {
        tubeId = newId();
        tubes += 1;
        inTube = 0;
      }
      inTube += 1;
      const ids = { roundId, sampleId: newId(), checkInId: newId(), tubeId, laneId };
      const who = { residentId: area.residentIds[i], codeText: null, method: 'scan' };
      const body = { ...ids, ...who, tubeCode: `T${r}-${index}-${tubes}` };
      yield { id: newId(), kind: 'testing.sample', v: 1, claimedAt: Date.now(), actorId: memberId, body };
    }
  }
}
