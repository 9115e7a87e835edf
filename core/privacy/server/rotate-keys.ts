import { nextStale } from '#kernel/crypto/reseal.ts';
import type { SealedTable } from '#kernel/crypto/sealed-table.ts';
import type { Caller, Host } from '#kernel/host.ts';
import { uuidv7 } from '#kernel/time-id/uuid.ts';

/**
 * Rotates an area's keys while everybody goes on working: adds a version, seals table by table again under it, at most
 * 500 rows a command, and keeps the earlier one for the log. Cut off at any point it is called again and goes on.
 * @param by the server acting by itself: the rows are sealed with keys that nobody else holds
 * @param onChunk told after each command how many rows it sealed
 * @returns how many rows were sealed again
 * @throws `Error` naming the problem when a command is refused
 */
export async function rotateKeys(
  host: Pick<Host, 'clock' | 'submit' | 'read'>,
  by: Caller,
  tables: readonly SealedTable[],
  onChunk: (table: string, rows: number) => void = () => undefined,
): Promise<number> {
  const { areaId } = by;
  const send = async (kind: string, body: object): Promise<void> => {
    const now = host.clock.now();
    const command = { id: uuidv7(now), kind, v: 1, claimedAt: now, actorId: by.actor.id, body };
    const [answer] = await host.submit(areaId, [command], by);
    if (answer?.first !== 'done') throw new Error(`${kind}: ${answer?.problems[0]?.code ?? 'no answer'}`);
  };

  await send('privacy.begin-key-rotation', {});
  let total = 0;
  for (const table of tables) {
    const next = (after: string | null) => host.read(areaId, (tx) => nextStale(tx, table, after));
    let after: string | null = null;
    for (let chunk = await next(after); chunk; chunk = await next(after)) {
      await send('privacy.reseal', { table: table.table, after, until: chunk.until });
      onChunk(table.table, chunk.rows);
      total += chunk.rows;
      after = chunk.until;
    }
  }
  await send('privacy.end-key-rotation', {});
  return total;
}
