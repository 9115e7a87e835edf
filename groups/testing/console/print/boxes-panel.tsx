import { useCallback, useMemo, useState } from 'react';
import { NumberField } from '#kernel/print/field.tsx';
import { PrintPanel } from '#kernel/print/panel.tsx';
import { useText } from '#kernel/ui/use-text.ts';
import { printText } from '../../messages/print.ts';
import { boxLabels } from './box-labels.ts';
import type { PrintFor } from './job.ts';

export function BoxesPanel({ job }: { job: PrintFor }) {
  const t = useText(printText);
  const [from, setFrom] = useState(1);
  const [count, setCount] = useState(4);
  const numbers = useMemo(() => Array.from({ length: count }, (_, i) => from + i), [from, count]);
  const make = useCallback((some: readonly number[]) => boxLabels(job, some), [job]);
  return (
    <PrintPanel items={numbers} make={make} previewed={4}>
      <NumberField label={t('desk.box-from')} value={from} min={1} max={9999} onChange={setFrom} />
      <NumberField label={t('desk.count')} value={count} min={1} max={200} onChange={setCount} />
    </PrintPanel>
  );
}
