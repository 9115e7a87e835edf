/** Where the time of the write path goes. Milliseconds per stage, handed to whoever measures. */
export class StageTimer {
  constructor(private readonly observe: (stage: string, ms: number) => void) {}

  async time<T>(stage: string, work: () => Promise<T>): Promise<T> {
    const start = performance.now();
    try {
      return await work();
    } finally {
      this.observe(stage, performance.now() - start);
    }
  }

  timeSync<T>(stage: string, work: () => T): T {
    const start = performance.now();
    try {
      return work();
    } finally {
      this.observe(stage, performance.now() - start);
    }
  }
}
