import { breath } from './turns.ts';

interface Reading<T> {
  /** Resolves when the reading under way has ended, well or not. */
  readonly ended: Promise<void>;
  /** What all share who have asked since it began. */
  next: Promise<T> | null;
}

/**
 * Lets those who ask the same at the same time share one answer. Nobody gets one that was read before he asked:
 * whoever comes while a reading is under way waits for its end, and all who wait share the one after it. When none is
 * under way, those share one whose questions came in the same turn. However many ask, each question is read by one
 * reading at a time.
 */
export class SharedReads<T> {
  private readonly readings = new Map<string, Reading<T>>();

  /**
   * @param key what is asked, with everything the answer depends on
   * @param read makes the reading; must look at nothing that was read before it was called
   * @throws what the reading threw, to those alone who share it
   */
  ask(key: string, read: () => Promise<T>): Promise<T> {
    const reading = this.readings.get(key) ?? this.nobodyReads(key);
    reading.next ??= reading.ended.then(() => this.begin(key, read));
    return reading.next;
  }

  /** How many questions are being read. */
  get size(): number {
    return this.readings.size;
  }

  private nobodyReads(key: string): Reading<T> {
    const reading = { ended: breath(), next: null };
    this.readings.set(key, reading);
    return reading;
  }

  private begin(key: string, read: () => Promise<T>): Promise<T> {
    const answer = read();
    const ended = answer.then(
      () => undefined,
      () => undefined,
    );
    const reading: Reading<T> = { ended, next: null };
    this.readings.set(key, reading);
    // The next one takes its place; without one, nothing is left to remember.
    void ended.then(() => {
      if (reading.next === null) this.readings.delete(key);
    });
    return answer;
  }
}
