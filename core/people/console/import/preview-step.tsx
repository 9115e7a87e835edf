import { Button, Tabs } from 'antd';
import { useState } from 'react';
import { currentLanguage } from '#kernel/ui/language.ts';
import { useText } from '#kernel/ui/use-text.ts';
import type { ImportList, ImportReading, ImportSummary } from '../../contract/import.ts';
import { FINDINGS, type FindingCode } from '../../domain/import/findings.ts';
import { importText } from '../../messages/import.ts';
import { DoubtfulButton } from './doubtful-button.tsx';
import { LineTable } from './line-table.tsx';

/** What would be created, changed, is asked and is in doubt; doubtful cells are set right in place. */
export function PreviewStep(props: {
  importId: string;
  summary: ImportSummary;
  reading: ImportReading;
  busy: boolean;
  onRead: (reading: ImportReading) => void;
  onBack: () => void;
  onApply: (reading: ImportReading) => void;
}) {
  const t = useText(importText);
  const { importId, summary, reading, busy } = props;
  const [edits, setEdits] = useState(reading.edits);
  const [agreed, setAgreed] = useState<ReadonlySet<string>>(new Set(reading.agreed));
  const counts = countsOf(summary);
  const [list, setList] = useState<ImportList>(() => SHOWN.find((name) => counts[name] > 0) ?? 'creates');
  const next: ImportReading = { ...reading, edits, agreed: [...agreed] };
  const nothing = summary.created.residents + summary.changed + agreed.size === 0;

  return (
    <>
      <div className="import-bar">
        <Button onClick={props.onBack}>{t('import.back')}</Button>
        <Button type="primary" disabled={nothing} loading={busy} onClick={() => props.onApply(next)}>
          {nothing ? t('import.apply-none') : t('import.apply')}
        </Button>
      </div>
      <Figures summary={summary} />
      <Tabs
        activeKey={list}
        onChange={(key) => setList(key as ImportList)}
        items={SHOWN.map((name) => ({
          key: name,
          label: `${t(`import.tab.${name}`)} ${counts[name].toLocaleString(currentLanguage())}`,
          disabled: counts[name] === 0,
        }))}
      />
      {list === 'doubtful' ? (
        <div className="import-bar">
          <span className="import-hint">{t('import.doubtful-lead')}</span>
          <Button disabled={edits === reading.edits} loading={busy} onClick={() => props.onRead(next)}>
            {t('import.recheck')}
          </Button>
          <DoubtfulButton importId={importId} />
        </div>
      ) : null}
      {list === 'asks' ? <div className="import-hint">{t('import.asks-lead')}</div> : null}
      {list === 'absent' ? <div className="import-hint">{t('import.absent-lead')}</div> : null}
      <LineTable
        key={list}
        importId={importId}
        list={list}
        read={reading}
        edits={edits}
        agreed={agreed}
        onEdit={(sheet, cell, text) => {
          const others = edits.filter((edit) => edit.sheet !== sheet || edit.cell !== cell);
          setEdits([...others, { sheet, cell, text }]);
        }}
        onAgree={(key, yes) => {
          const changed = new Set(agreed);
          if (yes) changed.add(key);
          else changed.delete(key);
          setAgreed(changed);
        }}
      />
    </>
  );
}

const SHOWN = ['creates', 'changes', 'asks', 'doubtful', 'corrected', 'ignored', 'absent'] as const;

function countsOf({ created, changed, asked, absent, findings }: ImportSummary): Record<ImportList, number> {
  const byEffect = { corrected: 0, doubtful: 0, ignored: 0 };
  for (const code of Object.keys(FINDINGS) as FindingCode[]) byEffect[FINDINGS[code]] += findings[code] ?? 0;
  return { creates: created.residents, changes: changed, asks: asked, absent, ...byEffect };
}

function Figures({ summary: { created, unchanged } }: { summary: ImportSummary }) {
  const t = useText(importText);
  const figures = { ...created, unchanged };
  const names = ['compounds', 'buildings', 'households', 'residents', 'unchanged'] as const;
  return (
    <dl className="import-figures">
      {names.map((name) => (
        <div key={name}>
          <dd>
            {name === 'unchanged' ? '' : '+'}
            {figures[name].toLocaleString(currentLanguage())}
          </dd>
          <dt>{t(`import.figure.${name}`)}</dt>
        </div>
      ))}
    </dl>
  );
}
