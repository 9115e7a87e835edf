/** One value outside of any component: read anywhere, watched by whoever subscribes, kept in the browser if asked. */
export interface CellOptions<T> {
  /** Kept in localStorage under this name, where there is one. */
  readonly keep?: string;
  /** Judges what was kept; anything it does not know becomes the initial value. */
  readonly accept?: (kept: unknown) => kept is T;
}

export class Cell<T> {
  private value: T;
  private readonly watchers = new Set<() => void>();

  constructor(
    initial: T,
    private readonly options: CellOptions<T> = {},
  ) {
    this.value = recall(options) ?? initial;
  }

  readonly get = (): T => this.value;

  readonly set = (next: T): void => {
    if (Object.is(next, this.value)) return;
    this.value = next;
    keep(this.options.keep, next);
    for (const watcher of this.watchers) watcher();
  };

  readonly subscribe = (watcher: () => void): (() => void) => {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  };
}

function recall<T>({ keep: name, accept }: CellOptions<T>): T | undefined {
  if (name === undefined || accept === undefined) return undefined;
  const text = browserStorage()?.getItem(name);
  if (text === null || text === undefined) return undefined;
  const kept = parse(text);
  return accept(kept) ? kept : undefined;
}

function keep(name: string | undefined, value: unknown): void {
  if (name !== undefined) browserStorage()?.setItem(name, JSON.stringify(value));
}

/** What someone else wrote under our name is not ours to judge here: it reads as nothing. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Null on the server, and in browsers that forbid it (private windows of old Safari). */
export function browserStorage(): Storage | null {
  try {
    return typeof window === 'undefined' ? null : window.localStorage;
  } catch {
    return null;
  }
}
