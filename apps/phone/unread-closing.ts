import { Cell } from '#kernel/ui/cell.ts';

const isBoolean = (kept: unknown): kept is boolean => typeof kept === 'boolean';

/** The emergency this phone worked in is over, and nobody has said yet that he or she read it. Names no area. */
export const unreadClosingCell = new Cell<boolean>(false, { keep: 'concerto.closed', accept: isBoolean });
