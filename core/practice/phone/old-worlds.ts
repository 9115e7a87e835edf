import { dropDatabase } from '#kernel/sync/client/drop-database.ts';
import { Cell } from '#kernel/ui/cell.ts';
import type { Entered } from '../contract/http.ts';

type Worlds = Readonly<Record<string, string>>;

const isWorlds = (kept: unknown): kept is Worlds => typeof kept === 'object' && kept !== null;

/** Real area → the practice area this phone was in last. */
const lastCell = new Cell<Worlds>({}, { keep: 'concerto.practice', accept: isWorlds });

/** On entering a world that replaced another, what this phone held of the other goes, unsent work too: nothing takes it. */
export function dropOldWorld({ practisesFor, areaId }: Pick<Entered, 'practisesFor' | 'areaId'>): void {
  const last = lastCell.get();
  const old = last[practisesFor];
  lastCell.set({ ...last, [practisesFor]: areaId });
  if (old !== undefined && old !== areaId) dropDatabase(old).catch((error: unknown) => console.error(error));
}
