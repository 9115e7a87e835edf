import { type DemoCommand, demoArea } from '#core/people/testing/demo-area.ts';
import type { Answer } from '#kernel/command/command.ts';
import type { Caller, Host } from '#kernel/host.ts';
import { MAX_BATCH } from '#kernel/sync/protocol.ts';
import { uuidv7 } from '#kernel/time-id/uuid.ts';

export { DEMO_AREA_NAME } from '#core/people/testing/demo-area.ts';

/**
 * Fills an area with the generated demo data through the one way to write. Called again, on a whole or half-filled
 * area, it adds only what is missing. About three seconds.
 * @param by the server acting by itself
 * @throws when a command is refused for another reason than that its row stands already
 */
export async function seedDemo(host: Pick<Host, 'submit' | 'clock'>, by: Caller): Promise<void> {
  const commands = demoArea(host.clock.now());
  for (const batch of inBatches(commands)) {
    const now = host.clock.now();
    const envelopes = batch.map(({ kind, body }) => {
      return { id: uuidv7(now), kind, v: 1, claimedAt: now, actorId: by.actor.id, body };
    });
    const answers = await host.submit(by.areaId, envelopes, by);
    const refused = answers.findIndex((answer) => answer.outcome === 'refused' && !stoodAlready(answer));
    if (refused >= 0) {
      throw new Error(`${batch[refused]?.kind}: ${answers[refused]?.problems[0]?.code ?? 'refused'}`);
    }
  }
}

const stoodAlready = ({ problems }: Answer): boolean =>
  problems.every(({ code }) => code.endsWith('-exists') || code.endsWith('.phone-taken'));

/** The notice goes before anybody is entered. An import is heavy and travels alone; the small ones go together. */
function inBatches(commands: readonly DemoCommand[]): DemoCommand[][] {
  const notice = commands.filter(({ kind }) => kind === 'privacy.save-paper');
  const heavy = commands.filter(({ kind }) => kind === 'people.import-rows');
  const light = commands.filter((command) => !notice.includes(command) && !heavy.includes(command));
  const batches = [...notice, ...heavy].map((command) => [command]);
  for (let from = 0; from < light.length; from += MAX_BATCH)
    batches.push(light.slice(from, from + MAX_BATCH));
  return batches;
}
