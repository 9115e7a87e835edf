import { useQuery } from '@tanstack/react-query';
import { Button, Steps } from 'antd';
import { useState } from 'react';
import type { Problem } from '#kernel/problem/problem.ts';
import { ErrorFace, LoadingFace, Page, ProblemAlert } from '#kernel/ui/console/index.ts';
import { useGo, useSearchWords } from '#kernel/ui/navigation.tsx';
import { problemOf } from '#kernel/ui/problem-of.ts';
import { useText } from '#kernel/ui/use-text.ts';
import type { ImportOpened, ImportReading, ImportSummary } from '../../contract/import.ts';
import { importText } from '../../messages/import.ts';
import { peoplePaths } from '../../paths.ts';
import { NoticeFirst } from '../notice-first.tsx';
import { ApplyPanel } from './apply-panel.tsx';
import { read, reopen } from './client.ts';
import { ColumnsStep } from './columns-step.tsx';
import { DropFile } from './drop-file.tsx';
import { PreviewStep } from './preview-step.tsx';
import './import.css';

/** A register from file to rows: choose, recognise, look, write. The import's id stands in the address. */
export default function ImportScreen() {
  const t = useText(importText);
  const { id } = useSearchWords();
  const go = useGo();
  const opened = useQuery({
    queryKey: ['people', 'import', id],
    queryFn: () => reopen(id ?? ''),
    enabled: id !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  const again = <Button onClick={() => go(peoplePaths.import)}>{t('import.other-file')}</Button>;
  return (
    <Page title={t('import.title')} lead={t('import.lead')} actions={id === undefined ? null : again}>
      {id === undefined ? (
        <>
          <ImportSteps at={0} />
          <NoticeFirst />
          <DropFile onOpened={(importId) => go(`${peoplePaths.import}?id=${importId}`)} />
        </>
      ) : opened.isError ? (
        <ErrorFace error={opened.error} retry={() => void opened.refetch()} />
      ) : opened.data === undefined ? (
        <LoadingFace what={t('import.reading')} />
      ) : (
        <ImportFlow key={id} opened={opened.data} />
      )}
    </Page>
  );
}

function ImportSteps({ at }: { at: number }) {
  const t = useText(importText);
  const steps = ['file', 'columns', 'preview', 'done'] as const;
  return (
    <Steps size="small" current={at} items={steps.map((step) => ({ title: t(`import.step.${step}`) }))} />
  );
}

type Step = 'columns' | 'preview' | 'apply';

function ImportFlow({ opened }: { opened: ImportOpened }) {
  const [step, setStep] = useState<Step>('columns');
  const [reading, setReading] = useState<ImportReading>({ mapping: opened.mapping, edits: [], agreed: [] });
  const [summary, setSummary] = useState<ImportSummary | null>(null);
  const [busy, setBusy] = useState(false);
  const [problems, setProblems] = useState<readonly Problem[]>([]);

  /** Has the register read that way and shows what it would do. */
  const look = async (next: ImportReading, then: Step): Promise<void> => {
    setBusy(true);
    setProblems([]);
    try {
      setSummary(await read(opened.importId, next));
      setReading(next);
      setStep(then);
    } catch (error) {
      setProblems([problemOf(error)]);
    } finally {
      setBusy(false);
    }
  };

  return (
    <>
      <ImportSteps at={step === 'columns' ? 1 : step === 'preview' ? 2 : 3} />
      <ProblemAlert problems={problems} onClose={() => setProblems([])} />
      {step === 'columns' ? (
        <ColumnsStep
          opened={opened}
          mapping={reading.mapping}
          busy={busy}
          onChange={(mapping) => setReading({ ...reading, mapping })}
          onPreview={() => void look(reading, 'preview')}
        />
      ) : null}
      {step === 'preview' && summary ? (
        <PreviewStep
          importId={opened.importId}
          summary={summary}
          reading={reading}
          busy={busy}
          onRead={(next) => void look(next, 'preview')}
          onBack={() => setStep('columns')}
          onApply={(next) => void look(next, 'apply')}
        />
      ) : null}
      {step === 'apply' ? <ApplyPanel importId={opened.importId} onBack={() => setStep('preview')} /> : null}
    </>
  );
}
