import type { ChartLine } from '#kernel/ui/console/line-chart.tsx';
import { type FlowView, type GateFlow, SLOT_MINUTES } from '../../contract/flow-queries.ts';

const WAYS = ['in', 'out', 'refused'] as const;

/**
 * A gate's day as lines over minutes of the day: from its first slot to the last, or to now on the day itself; a slot
 * in which nobody came is nought. Whoever was turned back has a line where anybody was. Null: fewer than two points.
 */
export function flowLines(
  { slots }: Pick<GateFlow, 'slots'>,
  { from, until, day, today }: Pick<FlowView, 'from' | 'until' | 'day' | 'today'>,
  names: Readonly<Record<(typeof WAYS)[number], string>>,
): readonly ChartLine[] | null {
  const minuteOf = (at: number): number => Math.round((at - from) / 60_000);
  const [first, last] = [slots.at(0), slots.at(-1)];
  if (!first || !last) return null;
  const now = Math.floor(minuteOf(until) / SLOT_MINUTES) * SLOT_MINUTES;
  const end = day === today ? Math.max(now, minuteOf(last.at)) : minuteOf(last.at);
  const found = new Map(slots.map((slot) => [minuteOf(slot.at), slot]));
  const minutes: number[] = [];
  for (let minute = minuteOf(first.at); minute <= end; minute += SLOT_MINUTES) minutes.push(minute);
  if (minutes.length < 2) return null;
  return WAYS.filter((way) => way !== 'refused' || slots.some(({ refused }) => refused > 0)).map((way) => ({
    name: names[way],
    points: minutes.map((minute) => [minute, found.get(minute)?.[way] ?? 0] as const),
  }));
}
