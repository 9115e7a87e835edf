import { Button } from 'antd';
import { useState } from 'react';
import { download, fetchFile } from '#kernel/ui/console/index.ts';
import { notify } from '#kernel/ui/notices.ts';
import { problemOf } from '#kernel/ui/problem-of.ts';
import { requireSession } from '#kernel/ui/session.ts';
import { useLanguage, useProblemText, useText } from '#kernel/ui/use-text.ts';
import { toLocalInput } from '#kernel/ui/when.ts';
import { flowText } from '../../messages/flow.ts';
import { dayText } from './day.ts';
import { exportPath } from './paths.ts';

/** All passages of a day as a sheet, masked, each with its row's id. */
export function ExportButton({ day }: { day: number }) {
  const t = useText(flowText);
  const language = useLanguage();
  const say = useProblemText();
  const [busy, setBusy] = useState(false);
  const save = async () => {
    setBusy(true);
    try {
      const { areaId, areaName, name } = requireSession();
      const sheet = await fetchFile(`${exportPath(areaId, day)}&language=${language}`);
      const when = toLocalInput(Date.now()).replace('T', ' ').replace(':', '');
      download(`${[areaName, t('passages.file'), dayText(day), when, name].join('-')}.xlsx`, sheet);
    } catch (error) {
      notify('refused', say(problemOf(error)));
    }
    setBusy(false);
  };
  return (
    <Button loading={busy} onClick={() => void save()}>
      {t('passages.export')}
    </Button>
  );
}
