import { useCallback, useMemo } from 'react';
import { PrintPanel } from '#kernel/print/panel.tsx';
import { ErrorFace, LoadingFace, Page } from '#kernel/ui/console/index.ts';
import { useLanguage, useText } from '#kernel/ui/use-text.ts';
import { whenText } from '#kernel/ui/when.ts';
import { text } from '../messages/index.ts';
import { PaperForm } from './paper-form.tsx';
import { noticePoster, type PaperPrint } from './paper-print.ts';
import { usePaper } from './use-paper.ts';
import './privacy.css';

/** What residents are told before anything of theirs is entered: written, confirmed, printed. */
export default function Notice() {
  const t = useText(text);
  const language = useLanguage();
  const { papers, editions, fields, setFields, print } = usePaper('notice');
  const latest = editions[0];
  const items = useMemo(() => [print], [print]);
  const make = useCallback(
    (some: readonly PaperPrint[]) => some.map((one) => noticePoster(one)).join(''),
    [],
  );
  if (papers.isError) return <ErrorFace error={papers.error} retry={() => void papers.refetch()} />;
  const lead = latest
    ? t('notice.in-force', {
        number: latest.number,
        who: latest.savedByName ?? t('paper.system'),
        when: whenText(latest.savedAt, language),
      })
    : t('notice.lead');
  return (
    <Page title={t('notice')} lead={lead}>
      {papers.isPending ? (
        <LoadingFace />
      ) : (
        <PrintPanel items={items} make={make} previewed={1}>
          <PaperForm
            kind="notice"
            fields={fields}
            editions={editions}
            save={t(latest ? 'notice.confirm-new' : 'notice.confirm')}
            saved={t('notice.confirmed')}
            onChange={setFields}
          />
        </PrintPanel>
      )}
    </Page>
  );
}
