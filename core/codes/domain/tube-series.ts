import { type Problem, problem } from '#kernel/problem/problem.ts';
import { symbolValue } from './alphabet.ts';
import { clean } from './clean.ts';
import { fitsLabSeries } from './lab-series.ts';
import { plainCode } from './plain.ts';
import { codesProblems } from './problems.ts';

/** Our own tubes of one day: `T`, area tag, last digit of the year, MMDD, lane, four digits, check symbol. */
export interface OwnTubeSeries {
  readonly kind: 'own';
  readonly areaId: string;
  /** The day printed on the labels, `YYYY-MM-DD` in the area's time. */
  readonly day: string;
  /** One symbol of the alphabet; lanes count on separately. `0`: no lane. */
  readonly lane: string;
}

export interface LabTubeSeries {
  readonly kind: 'lab';
  readonly pattern: string;
}

/** Labels of one print; more are printed in a second run. */
export const MOST_LABELS = 5_000;
const LAST_OWN = 9_999;

/**
 * The next tube codes of a series, without groups.
 * @param from own: the first number, e.g. 32; lab: the first code as it is printed, e.g. `31092022041800001`
 */
export function nextTubeCodes(
  series: OwnTubeSeries | LabTubeSeries,
  from: number | string,
  count: number,
): readonly string[] | Problem {
  if (!Number.isInteger(count) || count < 1 || count > MOST_LABELS) return bad('count');
  return series.kind === 'own' ? nextOwn(series, Number(from), count) : nextLab(series, String(from), count);
}

function nextOwn(series: OwnTubeSeries, from: number, count: number): readonly string[] | Problem {
  const day = /^\d{3}(\d)-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.exec(series.day);
  if (!day) return bad('day');
  if (series.lane.length !== 1 || symbolValue(series.lane) === undefined) return bad('lane');
  if (!Number.isInteger(from) || from < 1) return bad('from');
  const left = Math.max(0, LAST_OWN - from + 1);
  if (count > left) return exhausted(left, count);
  const head = `${day.slice(1).join('')}${series.lane}`;
  return Array.from({ length: count }, (_, i) =>
    plainCode('tube', series.areaId, head + String(from + i).padStart(4, '0')),
  );
}

function nextLab(series: LabTubeSeries, from: string, count: number): readonly string[] | Problem {
  const first = clean(from);
  if (!fitsLabSeries(first, series.pattern)) return bad('from');
  const width = /#+$/.exec(series.pattern)?.[0].length ?? 0;
  if (width === 0) return bad('pattern');
  const head = first.slice(0, first.length - width);
  const number = BigInt(first.slice(-width));
  const left = 10n ** BigInt(width) - number;
  if (BigInt(count) > left) return exhausted(Number(left), count);
  return Array.from({ length: count }, (_, i) => head + String(number + BigInt(i)).padStart(width, '0'));
}

/** What is written large on the tube and on the screen: `0417-0032`, with a lane `0417-A-0032`; a lab's last five. */
export function shortTube(code: string): string {
  const own = /^T..\d(\d{4})(.)(\d{4}).$/.exec(code);
  if (!own) return code.length > 8 ? `…${code.slice(-5)}` : code;
  const [, day, lane, number] = own;
  return lane === '0' ? `${day}-${number}` : `${day}-${lane}-${number}`;
}

const bad = (field: string): Problem =>
  problem(codesProblems['bad-series'], { field: `codes.field.${field}` });
const exhausted = (left: number, asked: number): Problem =>
  problem(codesProblems['series-exhausted'], { left, asked });
