import { Radio, Table, type TableColumnsType } from 'antd';
import { useId } from 'react';
import { formatCode } from '#core/codes/contract.ts';
import { ChoiceField } from '#kernel/print/field.tsx';
import { useText } from '#kernel/ui/use-text.ts';
import { LAB_OUTCOMES, type LabOutcome } from '../../contract/rows.ts';
import type { ResultColumns } from '../../domain/results/columns.ts';
import type { ResultLine } from '../../domain/results/read-lines.ts';
import { resultsText } from '../../messages/results.ts';
import type { LineFate } from './compare.ts';

/** Which column is the tube's, which the result's; guessed, and to be corrected here. */
export function Columns(props: {
  titles: readonly string[];
  columns: ResultColumns | null;
  onChange: (columns: ResultColumns) => void;
}) {
  const t = useText(resultsText);
  const { titles, columns, onChange } = props;
  const options = titles.map((title, i) => ({ value: String(i), label: title || t('column', { n: i + 1 }) }));
  const now: ResultColumns = columns ?? { code: -1, outcome: -1, time: null, notes: [] };
  const choose = (label: string, value: number, change: (column: number) => ResultColumns) => (
    <ChoiceField
      label={label}
      value={value < 0 ? '' : String(value)}
      options={options}
      onChange={(chosen) => onChange(change(Number(chosen)))}
    />
  );
  return (
    <div className="results-columns">
      {choose(t('column-code'), now.code, (code) => ({ ...now, code }))}
      {choose(t('column-outcome'), now.outcome, (outcome) => ({ ...now, outcome }))}
      {choose(t('column-time'), now.time ?? -1, (time) => ({ ...now, time }))}
    </div>
  );
}

/** Words of the laboratory that cannot be told by themselves: somebody says once what each means. */
export function Meanings(props: {
  words: readonly string[];
  onSay: (word: string, outcome: LabOutcome) => void;
}) {
  const t = useText(resultsText);
  const id = useId();
  if (props.words.length === 0) return null;
  return (
    <section aria-labelledby={id} className="results-meanings">
      <p id={id}>{t('meanings')}</p>
      {props.words.map((word) => (
        <fieldset key={word}>
          <legend>{word}</legend>
          <Radio.Group
            onChange={(event) => props.onSay(word, event.target.value as LabOutcome)}
            options={LAB_OUTCOMES.map((value) => ({ value, label: t(`outcome.${value}`) }))}
          />
        </fieldset>
      ))}
    </section>
  );
}

/** What needs somebody stands first. */
const urgency = ({ outcome }: ResultLine): number =>
  ({ positive: 0, invalid: 1, asked: 2, negative: 3 })[outcome ?? 'asked'];

interface FatedLine {
  readonly line: ResultLine;
  readonly fate: LineFate;
}

const FATES: readonly LineFate[] = ['new', 'corrects', 'same', 'unmatched', 'asked'];

/** Counts by what each line comes to, and the lines somebody should look at. */
export function Preview({ lines }: { lines: readonly FatedLine[] }) {
  const t = useText(resultsText);
  const count = (fate: LineFate) => lines.filter((one) => one.fate === fate).length;
  const worth = lines
    .filter(({ line, fate }) => fate !== 'same' && (fate !== 'new' || line.outcome !== 'negative'))
    .sort((a, b) => urgency(a.line) - urgency(b.line) || a.line.row - b.line.row);
  const columns: TableColumnsType<FatedLine> = [
    { key: 'row', title: t('row'), align: 'right', render: (_, { line }) => line.row },
    { key: 'tube', title: t('tube'), render: (_, { line }) => formatCode(line.tubeCode) },
    { key: 'word', title: t('word'), render: (_, { line }) => line.word },
    { key: 'note', title: t('note'), render: (_, { line }) => line.note },
    { key: 'fate', title: t('fate'), render: (_, { fate }) => t(`fate.${fate}`) },
  ];
  return (
    <>
      <p role="status">
        {FATES.filter((fate) => count(fate) > 0)
          .map((fate) => t('fate-count', { fate: t(`fate.${fate}`), count: count(fate) }))
          .join('，')}
      </p>
      {worth.length === 0 ? null : (
        <Table<FatedLine>
          size="small"
          rowKey={({ line }) => line.row}
          pagination={{ pageSize: 10, hideOnSinglePage: true, showSizeChanger: false }}
          columns={columns}
          dataSource={worth}
        />
      )}
    </>
  );
}
