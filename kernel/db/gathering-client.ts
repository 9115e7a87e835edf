import pg from 'pg';

interface Corkable {
  readonly stream: { cork(): void; uncork(): void };
}

/** What is asked for within one turn leaves in one write: on a busy server the writes cost more than what is in them. */
export const GatheringClient = class extends pg.Client {
  #gathering = false;

  // The overloads of `query` cannot be narrowed one by one; all are passed on as they come.
  override query = ((...args: unknown[]) => {
    this.#gather();
    return (pg.Client.prototype.query as (...given: unknown[]) => unknown).apply(this, args);
  }) as pg.Client['query'];

  #gather(): void {
    if (this.#gathering) return;
    this.#gathering = true;
    const { stream } = (this as unknown as { readonly connection: Corkable }).connection;
    stream.cork();
    // Runs once the promises of this turn have settled.
    process.nextTick(() => {
      this.#gathering = false;
      stream.uncork();
    });
  }
};
