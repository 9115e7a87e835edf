import { Input } from 'antd';
import { useCallback, useMemo, useState } from 'react';
import { isProblem, MOST_LABELS, nextTubeCodes } from '#core/codes/contract.ts';
import { PrintPanel } from '#kernel/print/panel.tsx';
// Its problems are said here.
import '#core/codes/messages/index.ts';
import { ChoiceField, Field, NumberField } from '#kernel/print/field.tsx';
import { cellsPerPage, LABEL_SHEETS, type LabelSheetId } from '#kernel/print/grid.ts';
import { useCell } from '#kernel/ui/store.ts';
import { useText } from '#kernel/ui/use-text.ts';
import { printText } from '../../messages/print.ts';
import { type DeskRound, lanesOf, NO_LANE } from './desk-data.ts';
import type { PrintFor } from './job.ts';
import { nextNumber, printedCell, withPrinted } from './printed.ts';
import { tubeLabels, tubeTestPage } from './tube-labels.ts';

const SHEETS = Object.keys(LABEL_SHEETS) as LabelSheetId[];

export function TubesPanel({ job, round }: { job: PrintFor; round: DeskRound }) {
  const t = useText(printText);
  const printed = useCell(printedCell);
  const [sheet, setSheet] = useState<LabelSheetId>('a4-65');
  const [skip, setSkip] = useState(0);
  const [copies, setCopies] = useState(1);
  const [count, setCount] = useState(100);
  const [lane, setLane] = useState(NO_LANE);
  const [first, setFirst] = useState('');
  /** Null: go on where the last print ended. */
  const [chosenFrom, setChosenFrom] = useState<number | null>(null);
  const { tubeSeries, poolRatio } = round;
  const [day, setDay] = useState(round.day);
  const lanes = useMemo(() => lanesOf(round), [round]);
  const seriesName = `${day}/${lane}`;
  const from = chosenFrom ?? nextNumber(printed, seriesName);
  const where = lanes.find((one) => one.symbol === lane)?.where ?? '';

  const made = useMemo(() => {
    if (tubeSeries.kind === 'own') {
      return nextTubeCodes({ kind: 'own', areaId: job.areaId, day, lane }, from, count);
    }
    return first.trim() === '' ? [] : nextTubeCodes(tubeSeries, first, count);
  }, [tubeSeries, job.areaId, day, lane, from, first, count]);
  const problem = isProblem(made) ? made : null;
  const codes = isProblem(made) ? NONE : made;

  const make = useCallback(
    (some: readonly string[]) =>
      tubeLabels(job, { codes: some, series: tubeSeries.kind, where, ratio: poolRatio, sheet, skip, copies }),
    [job, tubeSeries.kind, where, poolRatio, sheet, skip, copies],
  );
  const onPrinted = () => {
    if (tubeSeries.kind === 'own') printedCell.set(withPrinted(printed, seriesName, from + count - 1));
    setChosenFrom(null);
    setSkip((skip + count * copies) % cellsPerPage(LABEL_SHEETS[sheet]));
  };

  return (
    <PrintPanel
      items={codes}
      make={make}
      previewed={Math.ceil((2 * cellsPerPage(LABEL_SHEETS[sheet])) / copies)}
      problem={problem}
      empty={t('desk.first-needed')}
      onPrinted={onPrinted}
      testPage={() => tubeTestPage(job, sheet)}
    >
      <p className="print-series">
        {tubeSeries.kind === 'own' ? t('desk.series-own') : t('desk.series-lab', { name: tubeSeries.name })}
      </p>
      <ChoiceField
        label={t('desk.lane')}
        value={lane}
        options={[
          { value: NO_LANE, label: t('desk.lane-none') },
          ...lanes.map((one) => ({ value: one.symbol, label: one.where })),
        ]}
        onChange={setLane}
      />
      {tubeSeries.kind === 'own' ? (
        <Field label={t('desk.day')}>
          {(id) => <Input id={id} type="date" value={day} onChange={(event) => setDay(event.target.value)} />}
        </Field>
      ) : null}
      {tubeSeries.kind === 'own' ? (
        <NumberField label={t('desk.from')} value={from} min={1} max={9999} onChange={setChosenFrom} />
      ) : (
        <Field label={t('desk.first')}>
          {(id) => <Input id={id} value={first} onChange={(event) => setFirst(event.target.value)} />}
        </Field>
      )}
      <NumberField label={t('desk.count')} value={count} min={1} max={MOST_LABELS} onChange={setCount} />
      <NumberField label={t('desk.copies')} value={copies} min={1} max={4} onChange={setCopies} />
      <ChoiceField
        label={t('desk.sheet')}
        value={sheet}
        options={SHEETS.map((value) => ({ value, label: t(`desk.sheet.${value}`) }))}
        onChange={(next) => {
          setSheet(next);
          setSkip(0);
        }}
      />
      <NumberField
        label={t('desk.skip')}
        value={skip}
        min={0}
        max={cellsPerPage(LABEL_SHEETS[sheet]) - 1}
        onChange={setSkip}
      />
    </PrintPanel>
  );
}

const NONE: readonly string[] = [];
