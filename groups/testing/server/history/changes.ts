import * as z from 'zod/mini';
import { type LoggedKind, openLoggedAt } from '#kernel/command/server/logged.ts';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import type { Change } from '../../contract/history-queries.ts';

/** A swab as stored, as far as telling what became of it goes. */
export interface ChangedSwab {
  readonly id: string;
  readonly version: number;
  readonly withdrawn: boolean;
}

/** A change before the names of members are known. */
export type BareChange = Omit<Change, 'byName'> & { readonly by: string };

const said = z.object({
  sampleId: z.catch(z.optional(z.string()), undefined),
  resolution: z.catch(z.optional(z.string()), undefined),
  note: z.catch(z.optional(z.string()), undefined),
});

/**
 * What was last done to each swab beside taking it: withdrawn, moved, named, and why. A row's version is the number of
 * the command that changed it last, so the log says it in its author's own words.
 * @returns by sample id; whoever is as first recorded is left out
 */
export async function changesOf(
  tx: AreaTx,
  swabs: readonly ChangedSwab[],
): Promise<ReadonlyMap<string, BareChange>> {
  const log = await openLoggedAt(
    tx,
    swabs.map(({ version }) => version),
  );
  return new Map(
    swabs.flatMap((swab) => {
      const logged = log.get(swab.version);
      const change = logged && changeOf(swab, logged);
      return change ? [[swab.id, change]] : [];
    }),
  );
}

function changeOf({ id, withdrawn }: ChangedSwab, logged: LoggedKind): BareChange | null {
  const { kind, at, actorId: by, body } = logged;
  const { sampleId, resolution = null, note = '' } = said.safeParse(body).data ?? {};
  // Its own recording, or another scan of the same swab that this one was withdrawn for.
  if (kind === 'testing.sample' && (sampleId === id || !withdrawn)) return null;
  return { kind, at, by, resolution, note };
}
