import type { CheckLoad } from './checks.ts';
import { OVER } from './day.ts';
import { type Flags, sumOf } from './flags.ts';
import type { InsideTimes } from './inside.ts';
import type { PhoneTimes } from './phone.ts';
import type { Synced } from './sync.ts';

/** Checks a second and core that a server has to take, and the time 99 of 100 may take at most, ms. */
export const CHECKS = { perCore: 200, p99Ms: 20 } as const;

/** Seconds of processor time of a part, and how busy the machine was at its end. */
export interface Cost {
  readonly load: number | null;
  readonly server: number | null;
  readonly postgres: number | null;
  /** Processes that wanted a core, over the last minute; ours are among them. */
  readonly machineLoad: number;
}

export interface Measured {
  readonly cores: number;
  readonly sync?: Synced & { readonly cost: Cost };
  /** At rising rates, the bar's first. */
  readonly checks?: readonly (CheckLoad & { readonly cost: Cost })[];
  readonly phone?: PhoneTimes & { readonly cost: Cost };
  readonly inside?: {
    readonly passages: number;
    readonly firstDay: InsideTimes;
    readonly month: InsideTimes;
    readonly cost: Cost;
  };
}

interface Line {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly met?: boolean;
  readonly goal?: string;
  readonly machineLoad?: number;
}

const isKept = ({ rate, answered, p99Ms }: CheckLoad): boolean =>
  p99Ms < CHECKS.p99Ms && answered >= 0.95 * rate;

/** The highest rate that was kept, a second and core; 0: not even the bar's. */
const mostKept = (loads: readonly CheckLoad[], cores: number): number =>
  Math.max(0, ...loads.filter(isKept).map(({ answered }) => answered / cores));

export function linesOf({ cores, sync, checks, phone, inside }: Measured): Line[] {
  return [
    ...(checks ? checkLines(checks, cores) : []),
    ...(phone ? phoneLines(phone) : []),
    ...(sync ? syncLines(sync) : []),
    ...(inside ? insideLines(inside) : []),
  ];
}

const below = (name: string, value: number, unit: string, goal: number): Line => {
  return { name, value, unit, goal: `< ${goal}`, met: value < goal };
};

function checkLines(loads: NonNullable<Measured['checks']>, cores: number): Line[] {
  const most = mostKept(loads, cores);
  const goal = `≥ ${CHECKS.perCore}`;
  const first = loads[0];
  return [
    {
      name: 'gate checks a second and core',
      value: most,
      unit: '/s',
      goal,
      met: most >= 0.95 * CHECKS.perCore,
    },
    ...(first ? [below(`  p99 at ${first.rate}/s`, first.p99Ms, 'ms', CHECKS.p99Ms)] : []),
    ...loads.flatMap(({ rate, answered, medianMs, p99Ms, worstMs, pulls, flags, cost }): Line[] => [
      { name: `  at ${rate}/s: answered`, value: answered, unit: '/s', machineLoad: cost.machineLoad },
      { name: '    median', value: medianMs, unit: 'ms' },
      { name: '    p99', value: p99Ms, unit: 'ms' },
      { name: '    worst', value: worstMs, unit: 'ms' },
      ...flagLines(flags, 0),
      { name: '    pulls beside them', value: pulls, unit: '' },
      ...costLines(cost),
    ]),
  ];
}

function phoneLines(phone: NonNullable<Measured['phone']>): Line[] {
  const { medianMs, p95Ms, worstMs, inPageMs, processorMs, scans, cost } = phone;
  return [
    { ...below('phone: scan to answer, median', medianMs, 'ms', 50), machineLoad: cost.machineLoad },
    { name: '  95th of 100', value: p95Ms, unit: 'ms' },
    { name: '  worst', value: worstMs, unit: 'ms' },
    { name: '  median until it is in the page', value: inPageMs, unit: 'ms' },
    { name: '  processor a scan', value: processorMs, unit: 'ms' },
    { name: '  scans', value: scans, unit: '' },
    ...Object.entries(phone.verdicts).map(([verdict, value]) => ({
      name: `    ${verdict}`,
      value,
      unit: '',
    })),
  ];
}

function syncLines({ seconds, passages, flags, cost }: NonNullable<Measured['sync']>): Line[] {
  return [
    { ...below(`${passages} passages of ten phones`, seconds, 's', 10), machineLoad: cost.machineLoad },
    ...flagLines(flags, OVER),
    ...costLines(cost),
  ];
}

function insideLines({ passages, firstDay, month, cost }: NonNullable<Measured['inside']>): Line[] {
  return [
    { ...below('who is inside, median', month.medianMs, 'ms', 100), machineLoad: cost.machineLoad },
    { name: '  95th of 100', value: month.p95Ms, unit: 'ms' },
    { name: '  passages behind it', value: passages, unit: '' },
    { name: '  residents out', value: month.out, unit: '' },
    { name: '  the same on the first day', value: firstDay.medianMs, unit: 'ms' },
    { name: '  times the first day', value: month.medianMs / firstDay.medianMs, unit: '×' },
  ];
}

/** @param meant households let out once too often */
function flagLines(flags: Flags, meant: number): Line[] {
  const all = sumOf(flags);
  return [
    { name: '    flagged', value: all, unit: '', goal: `${meant}`, met: all === meant },
    ...Object.entries(flags).map(([code, value]) => ({ name: `      ${code}`, value, unit: '' })),
  ];
}

const costLines = ({ load, server, postgres }: Cost): Line[] =>
  Object.entries({ load, server, Postgres: postgres }).map(([who, seconds]) => ({
    name: `    processor, ${who}`,
    value: seconds ?? Number.NaN,
    unit: 's',
  }));

export function printReport(measured: Measured, json: boolean): void {
  for (const { name, value, unit, goal, met, machineLoad } of linesOf(measured)) {
    const bar = goal === undefined ? '' : `${goal}  ${met ? 'met' : 'NOT met'}`;
    const busy = machineLoad === undefined ? '' : `load ${machineLoad.toFixed(1)}`;
    print(
      `${name.padEnd(36)}${shown(value).padStart(10)} ${unit.padEnd(3)} ${bar.padEnd(16)} ${busy}`.trimEnd(),
    );
  }
  if (json) print(JSON.stringify(jsonOf(measured)));
}

const shown = (value: number): string =>
  value.toLocaleString('en', { maximumFractionDigits: value < 10 && !Number.isInteger(value) ? 2 : 0 });

/** What was not asked for is null. */
function jsonOf(measured: Measured): object {
  const { cores, sync, checks, phone, inside } = measured;
  const tenth = (value: number | undefined) => (value === undefined ? null : Math.round(value * 10) / 10);
  const loads = [sync, phone, inside, ...(checks ?? [])].flatMap((part) => part?.cost.machineLoad ?? []);
  return {
    checksPerSecond: checks ? tenth(mostKept(checks, cores)) : null,
    p99Ms: tenth(checks?.[0]?.p99Ms),
    phoneDecisionMs: tenth(phone?.medianMs),
    syncPassagesSeconds: tenth(sync?.seconds),
    insideMs: tenth(inside?.month.medianMs),
    phoneDecisionP95Ms: tenth(phone?.p95Ms),
    phoneDecisionWorstMs: tenth(phone?.worstMs),
    phoneProcessorMs: tenth(phone?.processorMs),
    insideFirstDayMs: tenth(inside?.firstDay.medianMs),
    flagged: sync ? sumOf(sync.flags) : null,
    cores,
    machineLoad: loads.length === 0 ? null : tenth(Math.max(...loads)),
    met: linesOf(measured).every(({ met }) => met !== false),
  };
}

const print = (line: string): void => {
  process.stdout.write(`${line}\n`);
};
