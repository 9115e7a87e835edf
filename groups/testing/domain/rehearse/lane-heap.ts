/** Lanes by the time each is free: a binary heap, so that a day of ten thousand takes milliseconds. */
export class LaneHeap {
  private readonly order: number[] = [];

  /** @param freeAt seconds, by lane; changed through `reschedule` alone */
  constructor(private readonly freeAt: Float64Array) {
    for (let lane = 0; lane < freeAt.length; lane++) {
      this.order.push(lane);
      this.up(lane);
    }
  }

  /** The lane that is free first; of two the lower number. */
  get first(): number {
    return this.order[0] ?? 0;
  }

  /** Sets when the first lane is free again. */
  reschedule(at: number): void {
    this.freeAt[this.first] = at;
    this.down();
  }

  private before(a: number, b: number): boolean {
    const [x, y] = [this.freeAt[a] ?? 0, this.freeAt[b] ?? 0];
    return x < y || (x === y && a < b);
  }

  private up(start: number): void {
    for (let at = start; at > 0; ) {
      const parent = (at - 1) >> 1;
      if (!this.swapIfBefore(at, parent)) return;
      at = parent;
    }
  }

  private down(): void {
    for (let at = 0; ; ) {
      const left = 2 * at + 1;
      const right = left + 1;
      const [l, r] = [this.order[left], this.order[right]];
      if (l === undefined) return;
      const child = r !== undefined && this.before(r, l) ? right : left;
      if (!this.swapIfBefore(child, at)) return;
      at = child;
    }
  }

  private swapIfBefore(a: number, b: number): boolean {
    const [x, y] = [this.order[a], this.order[b]];
    if (x === undefined || y === undefined || !this.before(x, y)) return false;
    this.order[a] = y;
    this.order[b] = x;
    return true;
  }
}
