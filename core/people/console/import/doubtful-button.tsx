import { Button } from 'antd';
import { download } from '#kernel/ui/console/index.ts';
import { notify } from '#kernel/ui/notices.ts';
import { problemOf } from '#kernel/ui/problem-of.ts';
import { problemText } from '#kernel/ui/text.ts';
import { useLanguage, useText } from '#kernel/ui/use-text.ts';
import { importText } from '../../messages/import.ts';
import { doubtfulSheet } from './client.ts';

/** Downloads the doubtful cells; filled in, the sheet is uploaded like a register. */
export function DoubtfulButton({ importId }: { importId: string }) {
  const t = useText(importText);
  const language = useLanguage();
  const fetchSheet = async (): Promise<void> => {
    try {
      download(`${t('import.sheet-name.doubtful')}.xlsx`, await doubtfulSheet(importId, language));
    } catch (error) {
      notify('refused', problemText(problemOf(error), language));
    }
  };
  return <Button onClick={() => void fetchSheet()}>{t('import.download-doubtful')}</Button>;
}
