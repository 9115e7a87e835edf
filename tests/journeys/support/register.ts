import pino from 'pino';
import { openHouse } from '#apps/server/house.ts';
import type { TestServer } from '#apps/server/testing-server.ts';
import { SmallArea } from '#core/people/testing/small-area.ts';
import { uuidv7 } from '#kernel/time-id/uuid.ts';

/** Says something to the desk as the house itself does, where a journey is not about who said it. */
export async function sayToTheDesk(
  { databaseUrl, dataFolder }: TestServer,
  areaId: string,
  kind: string,
  body: unknown,
): Promise<void> {
  await withHouse({ databaseUrl, dataFolder }, areaId, (say) => say(kind, body));
}

/** A few people of a small area, made by the given story. */
export async function smallRegister<People extends object>(
  { databaseUrl, dataFolder }: TestServer,
  areaId: string,
  story: (area: SmallArea) => Promise<People>,
): Promise<People & { readonly areaId: string }> {
  const people = await withHouse({ databaseUrl, dataFolder }, areaId, (say) =>
    story(new SmallArea(say, { next: () => uuidv7(Date.now()) })),
  );
  return { ...people, areaId };
}

type Say = (kind: string, body: unknown) => Promise<void>;

async function withHouse<T>(
  options: Pick<TestServer, 'databaseUrl' | 'dataFolder'>,
  areaId: string,
  work: (say: Say) => Promise<T>,
): Promise<T> {
  const house = await openHouse({ ...options, log: pino({ level: 'silent' }) });
  try {
    const by = house.system(areaId);
    return await work(async (kind, body) => {
      const claimedAt = Date.now();
      const command = { id: uuidv7(claimedAt), kind, v: 1, claimedAt, actorId: by.actor.id, body };
      const [answer] = await house.host.submit(areaId, [command], by);
      if (!answer || answer.first === 'refused')
        throw new Error(`${kind}: ${answer?.problems[0]?.code ?? ''}`);
    });
  } finally {
    await house.close();
  }
}
