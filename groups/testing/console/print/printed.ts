import { Cell } from '#kernel/ui/cell.ts';

/** Where each tube series was left on this computer, so that the next print goes on: `2022-04-17/A` → last number. */
type Printed = Readonly<Record<string, number>>;

const isPrinted = (kept: unknown): kept is Printed =>
  typeof kept === 'object' && kept !== null && Object.values(kept).every((n) => Number.isInteger(n));

/** The most days a computer remembers; the oldest go first. */
const KEEP = 200;

export const printedCell = new Cell<Printed>({}, { keep: 'concerto.testing.printed', accept: isPrinted });

export const nextNumber = (printed: Printed, series: string): number => (printed[series] ?? 0) + 1;

export function withPrinted(printed: Printed, series: string, last: number): Printed {
  const others = Object.entries(printed).filter(([name]) => name !== series);
  return Object.fromEntries([...others, [series, Math.max(last, printed[series] ?? 0)]].slice(-KEEP));
}
