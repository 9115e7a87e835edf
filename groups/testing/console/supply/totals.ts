import type { SupplyLine } from '../../contract/supply-queries.ts';
import { supplyKey } from '../../domain/supply/reckon.ts';

export interface SupplyTotal extends Pick<SupplyLine, 'kind' | 'name' | 'needed' | 'done'> {
  readonly issued: number;
  readonly received: number;
  readonly returned: number;
  /** Of the lanes that were counted. */
  readonly left: number;
  readonly used: number;
  /** Lanes that were given some and never counted: `left` and `used` say nothing of them. */
  readonly uncounted: number;
}

/** A supply over all lanes, in the order in which lanes name them first. */
export function totalsOf(lines: readonly SupplyLine[]): readonly SupplyTotal[] {
  const totals = new Map<string, SupplyTotal>();
  for (const line of lines) {
    const before = totals.get(supplyKey(line));
    const add = (key: 'issued' | 'received' | 'returned' | 'left' | 'used') =>
      (before?.[key] ?? 0) + (line[key] ?? 0);
    const given = Math.max(line.issued, line.received) > 0;
    totals.set(supplyKey(line), {
      kind: line.kind,
      name: line.name,
      needed: line.needed === null ? (before?.needed ?? null) : (before?.needed ?? 0) + line.needed,
      done: line.done && {
        least: (before?.done?.least ?? 0) + line.done.least,
        most: (before?.done?.most ?? 0) + line.done.most,
      },
      issued: add('issued'),
      received: add('received'),
      returned: add('returned'),
      left: add('left'),
      used: add('used'),
      uncounted: (before?.uncounted ?? 0) + (given && line.left === null ? 1 : 0),
    });
  }
  return [...totals.values()];
}
