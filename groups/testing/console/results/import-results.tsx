import { Alert, Button, Upload } from 'antd';
import { useMemo, useState } from 'react';
import type { ReadContext } from '#core/codes/contract.ts';
import type { Problem } from '#kernel/problem/problem.ts';
import { LoadingFace, ProblemAlert, Section } from '#kernel/ui/console/index.ts';
import { problemOf } from '#kernel/ui/problem-of.ts';
import { useText } from '#kernel/ui/use-text.ts';
import type { ResultsSheet, TubeResult } from '../../contract/result-queries.ts';
import type { LabOutcome } from '../../contract/rows.ts';
import { findHead, guessColumns, type ResultColumns } from '../../domain/results/columns.ts';
import { readLines } from '../../domain/results/read-lines.ts';
import { resultsText } from '../../messages/results.ts';
import { canonicalTube, fateOf } from './compare.ts';
import { Columns, Meanings, Preview } from './import-parts.tsx';
import { uploadSheet } from './upload-sheet.ts';
import { type ToldLine, useRecordResults } from './use-record-results.ts';
import './results.css';

interface Props {
  readonly roundId: string;
  readonly tubes: readonly TubeResult[];
  readonly context: ReadContext;
  readonly onClose: () => void;
}

/** A laboratory's file: dropped, its columns told, looked over, entered. */
export function ImportResults(props: Props) {
  const t = useText(resultsText);
  const [sheet, setSheet] = useState<ResultsSheet['sheets'][number] | null>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  const send = async (file: File): Promise<void> => {
    setBusy(true);
    setProblem(null);
    try {
      const { sheets } = await uploadSheet(file);
      // The sheet with results, where a workbook has several.
      setSheet(sheets.find(({ rows }) => guessColumns(rows[findHead(rows)] ?? [])) ?? sheets[0] ?? null);
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setBusy(false);
    }
  };

  return (
    <Section title={t('import')} aside={<Button onClick={props.onClose}>{t('close')}</Button>}>
      <ProblemAlert problems={problem ? [problem] : []} />
      {sheet === null ? (
        <Upload.Dragger
          accept=".xlsx,.xls,.csv"
          multiple={false}
          showUploadList={false}
          disabled={busy}
          beforeUpload={(file) => {
            void send(file);
            return false;
          }}
        >
          {busy ? <LoadingFace what={t('reading')} /> : <p className="results-drop">{t('drop')}</p>}
        </Upload.Dragger>
      ) : (
        <Mapped {...props} rows={sheet.rows} />
      )}
    </Section>
  );
}

function Mapped(props: Props & { readonly rows: readonly (readonly string[])[] }) {
  const t = useText(resultsText);
  const { rows, tubes, context, roundId } = props;
  const head = useMemo(() => findHead(rows), [rows]);
  const titles = rows[head] ?? [];
  const [columns, setColumns] = useState<ResultColumns | null>(() => guessColumns(titles));
  const [meanings, setMeanings] = useState<ReadonlyMap<string, LabOutcome>>(new Map());
  const { record, busy, recorded, problems } = useRecordResults(roundId);
  const { areaId } = context;
  const lines = useMemo(
    () => (columns ? readLines(rows, head, columns, canonicalTube(context), meanings) : []),
    [rows, head, columns, context, meanings],
  );
  const known = useMemo(
    () => new Map(tubes.filter((tube) => !tube.unmatched).map((tube) => [tube.tubeCode, tube])),
    [tubes],
  );
  const told = lines.filter((line): line is ToldLine => line.outcome !== null);
  const asked = [...new Set(lines.filter((line) => line.outcome === null).map(({ word }) => word))];
  return (
    <div className="results-import" key={areaId}>
      <Columns titles={titles} columns={columns} onChange={setColumns} />
      <Meanings
        words={asked}
        onSay={(word, outcome) => setMeanings((before) => new Map(before).set(word, outcome))}
      />
      <Preview lines={lines.map((line) => ({ line, fate: fateOf(line, known) }))} />
      <ProblemAlert problems={problems} />
      {recorded === null ? null : (
        <Alert type="success" showIcon title={t('recorded', { count: recorded, of: told.length })} />
      )}
      <Button type="primary" loading={busy} disabled={told.length === 0} onClick={() => void record(told)}>
        {t('record', { count: told.length })}
      </Button>
    </div>
  );
}
