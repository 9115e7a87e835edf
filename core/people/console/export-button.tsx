import { Button } from 'antd';
import { useState } from 'react';
import { download, fetchFile } from '#kernel/ui/console/index.ts';
import { notify } from '#kernel/ui/notices.ts';
import { problemOf } from '#kernel/ui/problem-of.ts';
import { requireSession, useMay } from '#kernel/ui/session.ts';
import { useProblemText, useText } from '#kernel/ui/use-text.ts';
import { EXPORT_PATH, LOOKS_PATH } from '../contract/export.ts';
import { actions, rules } from '../contract/rules.ts';
import { text } from '../messages/index.ts';

/** The whole register as a sheet, numbers masked; imported again it changes what was changed in it. */
export function ExportButton() {
  const t = useText(text);
  return <SheetButton path={EXPORT_PATH} name={t('register')} action={actions.export} />;
}

/** The whole looked-at list as a sheet. */
export function LooksExportButton() {
  const t = useText(text);
  return <SheetButton path={LOOKS_PATH} name={t('looks')} action={actions.readLooks} />;
}

function SheetButton({ path, name, action }: { path: string; name: string; action: string }) {
  const t = useText(text);
  const say = useProblemText();
  const [busy, setBusy] = useState(false);
  const may = useMay(rules, action);
  const save = async () => {
    setBusy(true);
    try {
      const { areaName } = requireSession();
      download(`${areaName}-${name}.xlsx`, await fetchFile(path));
    } catch (error) {
      notify('refused', say(problemOf(error)));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button
      loading={busy}
      disabled={!may}
      title={may ? '' : t('register.not-allowed')}
      onClick={() => void save()}
    >
      {t('register.export')}
    </Button>
  );
}
