import type { FloorOrder } from '../../contract/call-up-rows.ts';
import { bySort, type CallUpHousehold } from './household.ts';

const peopleIn = (households: readonly CallUpHousehold[]): number =>
  households.reduce((sum, { people }) => sum + people, 0);

/**
 * One building's households in batches, in calling order. Where a lift is shared, an entrance is called by itself, floor
 * after floor, and a floor stays together as long as it fits into a batch: then those who are called fill one lift and
 * no others wait for it. Elsewhere entrances follow each other and share batches.
 * @param lift storeys from which a building has a lift
 */
export function batchesOfBuilding(
  households: readonly CallUpHousehold[],
  batch: number,
  floors: FloorOrder,
  lift: number,
): CallUpHousehold[][] {
  const hasLift = households.some(({ floor }) => floor !== null && floor >= lift);
  if (!hasLift || floors === 'any') {
    return cut(
      [...households].sort(bySort).map((one) => [one]),
      batch,
    );
  }
  return [...groupBy(households, ({ entrance }) => entrance ?? '').values()].flatMap((entrance) =>
    cut(floorsOf(entrance, floors, batch), batch),
  );
}

/** Floors as units that stay together; one too big for a batch falls apart into its households. */
function floorsOf(
  households: readonly CallUpHousehold[],
  order: FloorOrder,
  batch: number,
): CallUpHousehold[][] {
  const sign = order === 'top' ? -1 : 1;
  // Whose floor nobody knows comes last.
  const known = (floor: number | null) => (floor === null ? Number.POSITIVE_INFINITY : sign * floor);
  const floors = [...groupBy(households, ({ floor }) => floor)].sort(([a], [b]) =>
    compare(known(a), known(b)),
  );
  return floors.flatMap(([, floor]) => {
    const sorted = floor.sort(bySort);
    return peopleIn(sorted) <= batch ? [sorted] : sorted.map((one) => [one]);
  });
}

const compare = (a: number, b: number): number => (a === b ? 0 : a < b ? -1 : 1);

/**
 * Units in order into as few batches as they fit, of about one size: 43 people are three times 14, not 20, 20 and 3. A
 * batch is over the limit only where one household alone is.
 */
export function cut(units: readonly CallUpHousehold[][], batch: number): CallUpHousehold[][] {
  const total = units.reduce((sum, unit) => sum + peopleIn(unit), 0);
  const even = total / Math.max(1, Math.ceil(total / batch));
  const batches: CallUpHousehold[][] = [];
  let current: CallUpHousehold[] = [];
  let count = 0;
  const close = () => {
    if (current.length > 0) batches.push(current);
    current = [];
    count = 0;
  };
  for (const unit of units) {
    const more = peopleIn(unit);
    if (count + more > batch) close();
    current.push(...unit);
    count += more;
    if (count >= even) close();
  }
  close();
  return batches;
}

/** In the order in which keys are first met. */
export function groupBy<T, K>(rows: readonly T[], key: (row: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const row of rows) {
    const group = groups.get(key(row));
    if (group) group.push(row);
    else groups.set(key(row), [row]);
  }
  return groups;
}
