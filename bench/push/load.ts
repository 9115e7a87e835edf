import { PROTOCOL, type PushResponse } from '#kernel/sync/protocol.ts';

/** One phone: a session in one area and its own commands, minted as it goes. */
export interface Phone {
  readonly areaId: string;
  readonly cookie: string;
  readonly deviceId: string;
  /** The next commands of this phone; fewer than asked for when its people are all sampled. */
  next(count: number): readonly { readonly id: string }[];
}

export interface LoadResult {
  readonly seconds: number;
  readonly acknowledged: readonly string[];
  readonly outcomes: Readonly<Record<string, number>>;
  /** Round trip of each push, ms. */
  readonly latencies: readonly number[];
}

/** Every phone pushes its next batch as soon as the last is answered, for so many seconds. */
export async function pushLoad(
  address: string,
  phones: readonly Phone[],
  batch: number,
  seconds: number,
): Promise<LoadResult> {
  const acknowledged: string[] = [];
  const latencies: number[] = [];
  const outcomes: Record<string, number> = {};
  const start = performance.now();
  const end = start + seconds * 1000;
  await Promise.all(
    phones.map(async (phone) => {
      while (performance.now() < end) {
        const commands = phone.next(batch);
        if (commands.length === 0) return;
        const sent = performance.now();
        const { answers } = await push(address, phone, commands);
        latencies.push(performance.now() - sent);
        for (const answer of answers) {
          acknowledged.push(answer.id);
          outcomes[answer.outcome] = (outcomes[answer.outcome] ?? 0) + 1;
        }
      }
    }),
  );
  return { seconds: (performance.now() - start) / 1000, acknowledged, outcomes, latencies };
}

async function push(address: string, phone: Phone, commands: readonly unknown[]): Promise<PushResponse> {
  const response = await fetch(`${address}/api/areas/${phone.areaId}/push`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie: phone.cookie },
    body: JSON.stringify({ protocol: PROTOCOL, deviceId: phone.deviceId, clockOffset: 0, commands }),
  });
  if (!response.ok) throw new Error(`push answered ${response.status}: ${await response.text()}`);
  return (await response.json()) as PushResponse;
}
