import { SharedReads } from './shared-reads.ts';

/**
 * Lets those who wait for the same go together, each with a thing of his own: whoever comes while a run is under way
 * goes with the next one. A crowd costs one or two runs, not one for each.
 */
export class Gathered<K, V> {
  private readonly runs = new SharedReads<ReadonlyMap<K, V>>();
  private readonly waiting = new Map<string, Set<K>>();

  /** @param run does it for all of these at once; what it leaves out is undefined to who asked for it */
  constructor(private readonly run: (lane: string, things: readonly K[]) => Promise<ReadonlyMap<K, V>>) {}

  /**
   * @param lane what is done together; lanes do not wait for each other
   * @throws what the run threw, to all who went with it
   */
  async ask(lane: string, thing: K): Promise<V | undefined> {
    const together = this.waiting.get(lane) ?? new Set<K>();
    this.waiting.set(lane, together.add(thing));
    const found = await this.runs.ask(lane, () => {
      this.waiting.delete(lane);
      return this.run(lane, [...together]);
    });
    return found.get(thing);
  }
}
