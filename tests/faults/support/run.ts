import { seededRandom } from '#kernel/time-id/random.ts';
import { verify } from '../../../bench/push/verify.ts';
import { faultsFor } from './faults.ts';
import { FaultStage } from './stage.ts';

export interface Round {
  readonly fault: string;
  readonly batchesUnderWay: number;
  /** Of what was acknowledged from the last round's end to this one's. */
  readonly acknowledged: number;
  readonly lost: number;
  readonly doubled: number;
  /** From the strike until every phone was answered again. */
  readonly recoveryMs: number;
}

/** Strikes so many times, each kind in turn from a random one on; the stage stays open for whoever wants to look. */
export async function strike(
  rounds: number,
  seed: number,
): Promise<{ readonly stage: FaultStage; readonly rounds: readonly Round[] }> {
  const stage = await FaultStage.open(rounds, seededRandom(seed));
  const faults = faultsFor(stage);
  // Of a chance of its own: how often the stage draws depends on how fast the machine is.
  const first = Math.floor(seededRandom(seed + 1)() * faults.length);
  const done: Round[] = [];
  try {
    for (let i = 0; i < rounds; i++) {
      const fault = faults[(first + i) % faults.length];
      if (fault) done.push(await oneRound(stage, fault));
    }
    await stage.phones.stop();
  } catch (error) {
    // Or Postgres would outlive a run that failed.
    process.stdout.write(`${table(done)}\n`);
    await stage.close();
    throw error;
  }
  return { stage, rounds: done };
}

async function oneRound(stage: FaultStage, fault: ReturnType<typeof faultsFor>[number]): Promise<Round> {
  const { phones } = stage;
  const before = phones.acknowledged.length;
  await stage.load();
  const batchesUnderWay = phones.underWay;
  const begun = performance.now();
  await fault.strike(stage);
  await stage.allHeard();
  const recoveryMs = Math.round(performance.now() - begun);
  const ours = phones.acknowledged.slice(before);
  const { found, doubled } = await verify(stage.url, ours);
  const lost = ours.length - found;
  return { fault: fault.name, batchesUnderWay, acknowledged: ours.length, lost, doubled, recoveryMs };
}

/** Fault × rounds × lost × doubled. */
export function table(rounds: readonly Round[]): string {
  const names = [...new Set(rounds.map(({ fault }) => fault))];
  const sum = (of: readonly Round[], what: 'acknowledged' | 'lost' | 'doubled') =>
    of.reduce((total, round) => total + round[what], 0);
  const lines = names.map((name) => {
    const own = rounds.filter(({ fault }) => fault === name);
    const slowest = Math.max(...own.map(({ recoveryMs }) => recoveryMs));
    return [name, own.length, sum(own, 'acknowledged'), sum(own, 'lost'), sum(own, 'doubled'), slowest];
  });
  return [['fault', 'rounds', 'acknowledged', 'lost', 'doubled', 'slowest ms'], ...lines]
    .map(
      ([name, ...figures]) =>
        String(name).padEnd(30) + figures.map((one) => String(one).padStart(14)).join(''),
    )
    .join('\n');
}
