import { useSyncExternalStore } from 'react';
import { Cell } from './cell.ts';

export { Cell };

/** The cell's value in a component, drawn again when it changes. */
export function useCell<T>(cell: Cell<T>): T {
  return useSyncExternalStore(cell.subscribe, cell.get, cell.get);
}
