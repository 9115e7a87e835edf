import type { TestingBodies } from '../contract/commands.ts';
import { type CreateRound, lanesOf } from './area.ts';
import type { Deed } from './story.ts';

export interface SeedOptions {
  readonly round: CreateRound;
  /** People of the list, in the order they come. */
  readonly people: readonly string[];
  readonly newId: (at?: number) => string;
  /** When the first person comes, epoch ms. */
  readonly from: number;
}

/** One person at a lane every 27 s (quality.md). */
const PER_PERSON_MS = 27_000;

/**
 * A morning's work as the field sends it: every seventh person stays away, lanes fill tube after tube and close the
 * last one short, one person is sampled on two lanes, two lanes use one tube code, and all tubes but each lane's last
 * are packed. The same people and seed give the same deeds.
 */
export function seedMorning({ round, people, newId, from }: SeedOptions): Deed[] {
  const { roundId, poolRatio } = round;
  const lanes = lanesOf(round);
  const came = people.filter((_, i) => i % 7 !== 6);
  const deeds: Deed[] = [];
  const tubes = lanes.map(() => [] as { id: string; code: string; count: number }[]);

  const sample = (residentId: string, lane: number, at: number): void => {
    const own = tubes[lane] ?? [];
    let tube = own.at(-1);
    if (!tube || tube.count === poolRatio) {
      // The second lane's first tube was labelled like the first lane's.
      const label = lane === 1 && own.length === 0 ? 0 : lane;
      tube = { id: newId(at), code: `M${label}-${String(own.length + 1).padStart(4, '0')}`, count: 0 };
      own.push(tube);
    }
    tube.count += 1;
    const body: TestingBodies['testing.sample'] = {
      roundId,
      sampleId: newId(at),
      checkInId: newId(at),
      residentId,
      codeText: null,
      tubeId: tube.id,
      tubeCode: tube.code,
      laneId: lanes[lane] ?? '',
      method: 'scan',
    };
    deeds.push({ kind: 'testing.sample', body, at });
  };

  for (const [i, residentId] of came.entries()) {
    sample(residentId, i % lanes.length, from + Math.floor(i / lanes.length) * PER_PERSON_MS);
  }
  const end = from + Math.ceil(came.length / lanes.length) * PER_PERSON_MS;
  const [first] = came;
  if (first && lanes.length > 1) sample(first, 1, end);
  for (const own of tubes) {
    const last = own.at(-1);
    if (!last || last.count === poolRatio) continue;
    const body = { roundId, tubeId: last.id, reason: 'no-more-people' as const, note: '' };
    deeds.push({ kind: 'testing.close-tube', body, at: end + 60_000 });
  }
  const codes = [...new Set(tubes.flatMap((own) => own.slice(0, -1).map((tube) => tube.code)))];
  for (let i = 0; i < codes.length; i += 50) {
    const boxed = codes.slice(i, i + 50).map((code) => ({ packingId: newId(end), code }));
    const body = { roundId, boxId: newId(end), boxCode: `MX${1 + i / 50}`, tubes: boxed };
    deeds.push({ kind: 'testing.pack-tubes', body, at: end + 120_000 });
  }
  return deeds;
}
