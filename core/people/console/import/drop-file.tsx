import { Upload } from 'antd';
import { useState } from 'react';
import type { Problem } from '#kernel/problem/problem.ts';
import { LoadingFace, ProblemAlert } from '#kernel/ui/console/index.ts';
import { problemOf } from '#kernel/ui/problem-of.ts';
import { useText } from '#kernel/ui/use-text.ts';
import { importText } from '../../messages/import.ts';
import { upload } from './client.ts';

/** A place to drop the register on. What is no sheet is said in place. */
export function DropFile({ onOpened }: { onOpened: (importId: string) => void }) {
  const t = useText(importText);
  const [busy, setBusy] = useState(false);
  const [problems, setProblems] = useState<readonly Problem[]>([]);

  const send = async (file: File): Promise<void> => {
    setBusy(true);
    setProblems([]);
    try {
      onOpened((await upload(file)).importId);
    } catch (error) {
      setProblems([problemOf(error)]);
      setBusy(false);
    }
  };

  return (
    <>
      <ProblemAlert problems={problems} onClose={() => setProblems([])} />
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
        {busy ? (
          <LoadingFace what={t('import.reading')} />
        ) : (
          <>
            <p className="import-drop">{t('import.drop')}</p>
            <p className="import-hint">{t('import.drop-hint')}</p>
          </>
        )}
      </Upload.Dragger>
    </>
  );
}
