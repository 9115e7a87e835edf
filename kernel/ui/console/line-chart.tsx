import { LineChart as Lines } from 'echarts/charts';
import { GridComponent, TooltipComponent } from 'echarts/components';
import * as echarts from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';

echarts.use([Lines, GridComponent, TooltipComponent, SVGRenderer]);

/** One line of the chart, named where it ends. */
export interface ChartLine {
  readonly name: string;
  readonly points: readonly (readonly [x: number, y: number])[];
}

/** Told apart without colour too: each has its own dash. */
const STYLES = [
  { color: '#1d4e6b', type: 'solid' },
  { color: '#a8481f', type: 'dashed' },
  { color: '#2f6b2f', type: 'dotted' },
] as const;

/**
 * Lines over one axis, one idea a chart. Default export: loaded lazily, with the drawing library. What it shows stands
 * in a table beside it; `label` says it in one sentence for those who cannot see it.
 */
export default function LineChart(props: {
  label: string;
  lines: readonly ChartLine[];
  xName: string;
  yName: string;
  xText: (x: number) => string;
  /** Nothing lies between two whole numbers of the axis. */
  whole?: boolean;
}) {
  const holder = useRef<HTMLDivElement>(null);
  const chart = useRef<echarts.EChartsType | null>(null);
  const { label, lines, xName, yName, xText, whole = false } = props;

  useEffect(() => {
    const element = holder.current;
    if (!element) return;
    const made = echarts.init(element, null, { renderer: 'svg' });
    chart.current = made;
    const watch = new ResizeObserver(() => made.resize());
    watch.observe(element);
    return () => {
      watch.disconnect();
      made.dispose();
      chart.current = null;
    };
  }, []);

  useEffect(() => {
    chart.current?.setOption(
      {
        animation: false,
        grid: { left: 56, right: 96, top: 32, bottom: 44 },
        tooltip: { trigger: 'axis' },
        xAxis: {
          type: 'value',
          name: xName,
          nameLocation: 'middle',
          nameGap: 28,
          min: 'dataMin',
          max: 'dataMax',
          ...(whole ? { minInterval: 1 } : {}),
          axisLabel: { formatter: xText },
        },
        yAxis: { type: 'value', name: yName, minInterval: 1 },
        series: lines.map(({ name, points }, i) => ({
          type: 'line',
          name,
          data: points,
          showSymbol: false,
          endLabel: { show: true, formatter: name },
          labelLayout: { moveOverlap: 'shiftY' },
          lineStyle: { width: 2, ...STYLES[i % STYLES.length] },
          itemStyle: { color: STYLES[i % STYLES.length]?.color },
        })),
      },
      { replaceMerge: ['series'] },
    );
  }, [lines, xName, yName, xText, whole]);

  return <div ref={holder} role="img" aria-label={label} className="line-chart" />;
}
