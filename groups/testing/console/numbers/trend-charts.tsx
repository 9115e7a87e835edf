import { lazy, Suspense, useMemo } from 'react';
import { LoadingFace, Section } from '#kernel/ui/console/index.ts';
import type { ChartLine } from '#kernel/ui/console/line-chart.tsx';
import { useText } from '#kernel/ui/use-text.ts';
import type { RoundNumbers } from '../../contract/number-queries.ts';
import { coveragePercent, perLaneHour } from '../../domain/numbers.ts';
import { numbersText } from '../../messages/numbers.ts';

const LineChart = lazy(() => import('#kernel/ui/console/line-chart.tsx'));

/** Points of a line; rounds of which the number is not known are left out. */
const lineOf = (
  name: string,
  rounds: readonly RoundNumbers[],
  value: (round: RoundNumbers) => number | null,
): ChartLine => ({
  name,
  points: rounds.flatMap((round, i) => {
    const y = value(round);
    return y === null ? [] : [[i + 1, y] as const];
  }),
});

/** One idea a chart: how many, how complete, how fast. One round alone is no line. */
export function TrendCharts({ rounds }: { rounds: readonly RoundNumbers[] }) {
  const t = useText(numbersText);
  const last = rounds.at(-1);
  const times = useMemo(
    () => [
      lineOf(t('person-times'), rounds, ({ personTimes }) => personTimes),
      lineOf(t('people'), rounds, ({ people }) => people),
    ],
    [rounds, t],
  );
  const coverage = useMemo(() => [lineOf(t('coverage'), rounds, coveragePercent)], [rounds, t]);
  const pace = useMemo(() => [lineOf(t('person-times'), rounds, perLaneHour)], [rounds, t]);
  if (!last || rounds.length < 2) return null;
  const said = { times: last.personTimes, people: last.people };
  return (
    <div className="numbers-charts">
      <Chart
        title={t('chart.times')}
        label={t('chart.times-said', said)}
        lines={times}
        y={t('person-times')}
      />
      <Chart
        title={t('chart.coverage')}
        label={t('chart.coverage-said', { percent: coveragePercent(last) ?? '—' })}
        lines={coverage}
        y="%"
      />
      <Chart
        title={t('chart.pace')}
        label={t('chart.pace-said', { pace: perLaneHour(last) ?? '—' })}
        lines={pace}
        y={t('person-times')}
      />
    </div>
  );
}

function Chart(props: { title: string; label: string; lines: readonly ChartLine[]; y: string }) {
  const t = useText(numbersText);
  // One point is no line.
  if (props.lines.every(({ points }) => points.length < 2)) return null;
  return (
    <Section title={props.title}>
      <Suspense fallback={<LoadingFace />}>
        <LineChart
          label={props.label}
          lines={props.lines}
          xName={t('chart.round')}
          yName={props.y}
          xText={String}
          whole
        />
      </Suspense>
    </Section>
  );
}
