import { Cell } from '#kernel/ui/cell.ts';

/** The passes to be printed next: too many for an address. Empty after a reload. */
export const toPrint = new Cell<readonly string[]>([]);
