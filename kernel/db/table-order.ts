export interface ReferringTable {
  readonly name: string;
  /** Tables it refers to; itself is left out. */
  readonly refersTo: readonly string[];
}

/** Each table before those it refers to: the order in which rows can be deleted; backwards, that in which they can be put. */
export function childrenFirst<T extends ReferringTable>(tables: readonly T[]): T[] {
  const left = new Map(tables.map((table) => [table.name, table]));
  const order: T[] = [];
  while (left.size > 0) {
    const referred = new Set([...left.values()].flatMap((table) => table.refersTo));
    const free = [...left.values()].filter(({ name }) => !referred.has(name));
    if (free.length === 0) throw new Error('tables refer to each other in a circle');
    for (const table of free) left.delete(table.name);
    order.push(...free);
  }
  return order;
}
