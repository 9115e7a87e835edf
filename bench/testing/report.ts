import { firstTouchMicros } from '../first-touch.ts';
import type { Applied } from './apply.ts';
import type { Imported } from './results.ts';
import type { Snapshot } from './snapshot.ts';

/** Milliseconds per board, mean. */
export interface BoardCost {
  /** Planning and execution, as Postgres counts them. */
  readonly inDatabase: number;
  readonly processor: { readonly server: number; readonly postgres: number };
}

/** Milliseconds of a board's requests. */
export interface BoardTimes extends BoardCost {
  readonly cold: number;
  readonly median: number;
  readonly p95: number;
  /** While at least one statement was under way: the way there and back and the reading of its rows are in it. */
  readonly askedMedian: number;
  readonly askedP95: number;
}

export interface Measured {
  readonly people: number;
  readonly households: number;
  readonly samples: number;
  readonly tubes: number;
  readonly openMs: number;
  readonly board: BoardTimes;
  readonly earlier: number;
  readonly boardEarlier: BoardTimes;
  readonly imported: Imported;
  readonly opened: Snapshot;
  readonly snapshot: Snapshot;
  readonly applied: Applied;
  readonly simulateMs: number;
}

interface Line {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** Below it the bar is met; none: for orientation. */
  readonly below?: number;
}

const MB = 1e6;

/** One fact a line: the bars of issue and quality page, and what helps to understand them. */
export function linesOf(m: Measured): Line[] {
  const { board, boardEarlier, imported, snapshot, opened, applied } = m;
  return [
    { name: 'board, median of the server', value: board.median, unit: 'ms', below: 300 },
    { name: '  of it in the database', value: board.inDatabase, unit: 'ms', below: 50 },
    { name: '  asking the database, with the way', value: board.askedMedian, unit: 'ms' },
    { name: '  95th of 100', value: board.p95, unit: 'ms' },
    { name: '  95th of 100, asking', value: board.askedP95, unit: 'ms' },
    { name: '  processor, server', value: board.processor.server, unit: 'ms' },
    { name: '  processor, Postgres', value: board.processor.postgres, unit: 'ms' },
    { name: '  the first after the start', value: board.cold, unit: 'ms' },
    { name: `board with ${m.earlier} earlier rounds`, value: boardEarlier.median, unit: 'ms', below: 300 },
    { name: '  of it in the database', value: boardEarlier.inDatabase, unit: 'ms', below: 50 },
    { name: '  asking the database, with the way', value: boardEarlier.askedMedian, unit: 'ms' },
    { name: '  processor, Postgres', value: boardEarlier.processor.postgres, unit: 'ms' },
    { name: '  times the board without', value: boardEarlier.median / board.median, unit: '×', below: 1.5 },
    { name: '  the first after the start', value: boardEarlier.cold, unit: 'ms' },
    { name: '3,000 results imported', value: imported.ms, unit: 'ms', below: 2000 },
    { name: '  sent and read by the server', value: imported.uploadMs, unit: 'ms' },
    { name: '  read and compared by the page', value: imported.readMs, unit: 'ms' },
    { name: '  recorded', value: imported.recordMs, unit: 'ms' },
    { name: '  of the whole, database', value: imported.databaseMs, unit: 'ms' },
    { name: 'snapshot as it travels', value: snapshot.bytes / MB, unit: 'MB', below: 3 },
    { name: '  unpacked', value: snapshot.rawBytes / MB, unit: 'MB' },
    { name: '  rows', value: snapshot.rows, unit: '' },
    { name: '  pages', value: snapshot.pages.length, unit: '' },
    { name: '  rows of the longest page', value: snapshot.mostRows, unit: '' },
    { name: '  made by the server', value: snapshot.ms, unit: 'ms' },
    { name: '  as it travels, just opened', value: opened.bytes / MB, unit: 'MB' },
    { name: '  applied at four-fold slow-down', value: applied.apply, unit: 'ms', below: 3000 },
    { name: '  of it processor of the page', value: applied.processor, unit: 'ms' },
    { name: '  the first code read after it', value: applied.scan, unit: 'ms' },
    { name: '  opened again, likewise', value: applied.reopen, unit: 'ms' },
    { name: '  the first code read after that', value: applied.scanReopened, unit: 'ms' },
    { name: 'a day of 10,000 simulated', value: m.simulateMs, unit: 'ms', below: 1000 },
    { name: 'round opened', value: m.openMs, unit: 'ms' },
    { name: 'this machine: first touch of a page', value: firstTouchMicros(), unit: 'µs' },
  ];
}

export const isMet = ({ value, below }: Line): boolean => below === undefined || value < below;

export function printReport(m: Measured, json: boolean): void {
  print(`${m.people} people in ${m.households} households; ${m.samples} samples in ${m.tubes} tubes`);
  for (const line of linesOf(m)) {
    const bar = line.below === undefined ? '' : `< ${line.below}  ${isMet(line) ? 'met' : 'NOT met'}`;
    print(`${line.name.padEnd(36)}${shown(line.value).padStart(10)} ${line.unit.padEnd(3)} ${bar}`);
  }
  if (!json) return;
  const tenth = (value: number) => Math.round(value * 10) / 10;
  const { board, boardEarlier, imported, snapshot, applied } = m;
  print(
    JSON.stringify({
      reconcileMs: tenth(board.median),
      reconcileDbMs: tenth(board.inDatabase),
      reconcileMs100: tenth(boardEarlier.median),
      importResultsMs: tenth(imported.ms),
      snapshotBytes: snapshot.bytes,
      simulateMs: tenth(m.simulateMs),
      applyMs4x: tenth(applied.apply),
      applyProcessorMs4x: tenth(applied.processor),
      firstScanMs4x: tenth(applied.scan),
      reopenMs4x: tenth(applied.reopen),
      reconcileP95Ms: tenth(board.p95),
      reconcileColdMs: tenth(board.cold),
      reconcileDbMs100: tenth(boardEarlier.inDatabase),
      reconcileAskedMs: tenth(board.askedMedian),
      reconcileProcessorMs: tenth(board.processor.server + board.processor.postgres),
      snapshotRawBytes: snapshot.rawBytes,
      snapshotPages: snapshot.pages.length,
      openRoundMs: tenth(m.openMs),
      met: linesOf(m).every(isMet),
    }),
  );
}

const shown = (value: number): string =>
  value.toLocaleString('en', { maximumFractionDigits: value < 10 && !Number.isInteger(value) ? 2 : 0 });

const print = (line: string): void => {
  process.stdout.write(`${line}\n`);
};
