import type { Actor } from '../../access/access.ts';
import type { AreaTx } from '../../db/area-tx.ts';
import type { BatchResult } from './batch-result.ts';

export type LoadActors = (tx: AreaTx, ids: readonly string[]) => Promise<ReadonlyMap<string, Actor>>;

interface Remembered {
  /** The area's version up to which these grants are known to hold. */
  version: number;
  readonly actors: Map<string, Actor>;
}

/** A busy area has some hundred people at work. */
const MOST_AREAS = 200;

/**
 * Grants change by commands only, and every command moves the area's version. So while the version that the lock
 * shows is the one this process left behind, and none of its own batches touched what grants are made of, the grants
 * read before still hold; anything else and they are read again.
 */
export class ActorCache {
  private readonly areas = new Map<string, Remembered>();

  /**
   * @param load reads grants in the same transaction
   * @param sources the first parts of the events that may change grants, e.g. `accounts.`
   */
  constructor(
    private readonly load: LoadActors,
    private readonly sources: readonly string[],
  ) {}

  /** Under the area's lock, which showed `version`. */
  async find(tx: AreaTx, version: number, ids: readonly string[]): Promise<ReadonlyMap<string, Actor>> {
    const area = this.areas.get(tx.areaId);
    if (area?.version === version && ids.every((id) => area.actors.has(id))) return area.actors;
    const actors = new Map(area?.version === version ? area.actors : []);
    for (const [id, actor] of await this.load(tx, ids)) actors.set(id, actor);
    if (this.areas.size >= MOST_AREAS) this.areas.clear();
    this.areas.set(tx.areaId, { version, actors });
    return actors;
  }

  /** After the commit of a batch. */
  committed(areaId: string, batch: Pick<BatchResult, 'before' | 'version' | 'happened'>): void {
    const area = this.areas.get(areaId);
    if (!area) return;
    if (area.version !== batch.before || this.touches(batch.happened)) this.areas.delete(areaId);
    else area.version = batch.version;
  }

  /** A batch threw: whether it was committed is not known for certain. */
  forget(areaId: string): void {
    this.areas.delete(areaId);
  }

  private touches(types: Iterable<string>): boolean {
    for (const type of types) if (this.sources.some((source) => type.startsWith(source))) return true;
    return false;
  }
}
