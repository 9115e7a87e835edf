/** Lets everything in that came meanwhile: answers of the database, other people's requests. */
export const breath = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/**
 * One thread serves everybody: long pieces of work that came at once are done one by one in the order they came, and
 * whoever asks for little is answered between two of them.
 */
export class Turns {
  private last: Promise<unknown> = Promise.resolve();

  /** @throws what the work threw, to who brought it alone */
  take<T>(work: () => T | Promise<T>): Promise<T> {
    const mine = this.last.then(breath).then(work);
    this.last = mine.catch(() => undefined);
    return mine;
  }
}
