import { readFile } from 'node:fs/promises';
import { canonicalTube, fateOf, type LineFate } from '#groups/testing/console/results/compare.ts';
import {
  type ResultsSheet,
  resultsSheetPath,
  type TubeResult,
} from '#groups/testing/contract/result-queries.ts';
import { findHead, guessColumns } from '#groups/testing/domain/results/columns.ts';
import { readLines } from '#groups/testing/domain/results/read-lines.ts';
import { uuidv7 } from '#kernel/time-id/uuid.ts';
import type { Caller } from '../caller.ts';
import { type Deed, labCode } from './day.ts';

/** As many as one command takes and as the console sends. */
const STEP = 500;

/** Milliseconds of each part, in order. */
export interface Imported {
  readonly ms: number;
  readonly uploadMs: number;
  readonly readMs: number;
  readonly recordMs: number;
  /** Of the whole, in the database. */
  readonly databaseMs: number;
  readonly fates: Readonly<Partial<Record<LineFate, number>>>;
}

/**
 * A laboratory's file as `tests/data/lab-results.csv` is one, with other codes: GB18030, tabs before codes, every
 * spelling of a result; every tenth tube is one that nobody here knows.
 */
export async function labSheet(tubes: number, lines: number): Promise<Buffer> {
  // Bytes as characters: they are only carried along.
  const text = (await readFile(new URL('../../tests/data/lab-results.csv', import.meta.url))).toString(
    'latin1',
  );
  const [head = '', ...given] = text.split('\n').filter((line) => line !== '');
  const made = Array.from({ length: lines }, (_, n) => {
    const cells = given[n % given.length]?.split(',') ?? [];
    cells[0] = String(n + 1);
    cells[1] = `\t${labCode(n < tubes ? n : 500_000 + n)}`;
    return cells.join(',');
  });
  return Buffer.from([head, ...made, ''].join('\n'), 'latin1');
}

/** From the file in hand to the last word recorded, as the console does it: sent, read, looked over, entered. */
export async function importResults(caller: Caller, roundId: string, file: Buffer): Promise<Imported> {
  const { areaId } = caller;
  const marks: number[] = [];
  const {
    value: fates,
    ms,
    database,
  } = await caller.timed(async () => {
    const begun = performance.now();
    const mark = () => marks.push(performance.now() - begun);
    const { tubes } = await caller.query<{ tubes: TubeResult[] }>('testing/results', { roundId });
    const { sheets } = await caller.upload<ResultsSheet>(resultsSheetPath(areaId), file);
    mark();
    const rows = sheets[0]?.rows ?? [];
    const head = findHead(rows);
    const columns = guessColumns(rows[head] ?? []);
    if (!columns) throw new Error('the sheet has no columns');
    const labs = [{ name: '清源检验所', pattern: '31092022041######' }];
    const lines = readLines(rows, head, columns, canonicalTube({ areaId, labs }));
    const known = new Map(tubes.filter(({ unmatched }) => !unmatched).map((tube) => [tube.tubeCode, tube]));
    const counts: Partial<Record<LineFate, number>> = {};
    for (const line of lines) {
      const fate = fateOf(line, known);
      counts[fate] = (counts[fate] ?? 0) + 1;
    }
    mark();
    for (let from = 0; from < lines.length; from += STEP) {
      const results = lines.slice(from, from + STEP).flatMap(({ tubeCode, outcome, note, reportedAt }) => {
        const resultId = uuidv7(Date.now());
        return outcome === null ? [] : [{ resultId, tubeCode, outcome, note, reportedAt }];
      });
      const deed: Deed = { kind: 'testing.record-results', body: { roundId, results } };
      await caller.push([deed]);
    }
    mark();
    return counts;
  });
  const [upload = 0, read = 0, record = 0] = marks;
  const parts = { uploadMs: upload, readMs: read - upload, recordMs: record - read };
  return { ms, ...parts, databaseMs: database.ms, fates };
}
