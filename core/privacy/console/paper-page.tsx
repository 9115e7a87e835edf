import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useCallback, useMemo, useState } from 'react';
import { countText, sumOf } from '#kernel/personal-data/count-text.ts';
import { PrintPanel } from '#kernel/print/panel.tsx';
import { download, ErrorFace, fetchFile, LoadingFace, Page } from '#kernel/ui/console/index.ts';
import { notify } from '#kernel/ui/notices.ts';
import { problemOf } from '#kernel/ui/problem-of.ts';
import { useLanguage, useProblemText, useText } from '#kernel/ui/use-text.ts';
import { SHEET_PATH } from '../contract/sheet.ts';
import { text } from '../messages/index.ts';
import { paperText } from '../messages/papers.ts';
import { expiredOf } from './kind-words.ts';
import { PaperForm } from './paper-form.tsx';
import { type Fact, paperDocument } from './paper-print.ts';
import { privacy } from './queries.ts';
import { usePaper } from './use-paper.ts';
import './privacy.css';

/** The record of processing or the impact assessment: facts from the system, the rest from the committee. */
export function PaperPage({ kind }: { kind: 'records' | 'assessment' }) {
  const t = useText(text);
  const language = useLanguage();
  const { papers, editions, fields, setFields, print } = usePaper(kind);
  const kinds = useQuery(privacy.query.kinds.queryOptions());
  const facts = useFacts();
  const items = useMemo(() => [print], [print]);
  const make = useCallback(
    () => paperDocument(kind, print, kind === 'records' ? (kinds.data?.kinds ?? []) : [], facts),
    [kind, print, kinds.data, facts],
  );
  const failed = papers.error ?? kinds.error;
  if (failed) return <ErrorFace error={failed} retry={() => void papers.refetch()} />;
  return (
    <Page
      title={t(kind)}
      lead={t(`${kind}.lead`)}
      actions={<SheetButton file={`${print.area}-${t(kind)}.xlsx`} path={SHEET_PATH(kind, language)} />}
    >
      {papers.isPending || kinds.isPending ? (
        <LoadingFace />
      ) : (
        <PrintPanel items={items} make={make} previewed={1}>
          <PaperForm
            kind={kind}
            fields={fields}
            editions={editions}
            save={t('paper.save')}
            saved={t('paper.saved')}
            onChange={setFields}
          />
        </PrintPanel>
      )}
    </Page>
  );
}

/** What the system knows, in words. */
function useFacts(): readonly Fact[] {
  const p = useText(paperText);
  const language = useLanguage();
  const kinds = useQuery(privacy.query.kinds.queryOptions());
  const promised = useQuery(privacy.query.undertakings.queryOptions());
  const keys = useQuery(privacy.query.keys.queryOptions());
  return useMemo(() => {
    const rows = kinds.data?.kinds ?? [];
    const number = (n: number) => n.toLocaleString(language);
    const { accepted = 0, members = 0 } = promised.data ?? {};
    return [
      [p('facts.kinds'), number(rows.length)],
      [p('facts.sensitive'), number(rows.filter(({ sensitive }) => sensitive).length)],
      [p('facts.rows'), countText(sumOf(rows), language)],
      [p('facts.expired'), countText(sumOf(rows.map(expiredOf)), language)],
      [p('facts.undertakings'), p('facts.of', { n: accepted, m: members })],
      [p('facts.keys'), p(keys.data?.backup ? 'facts.keys-yes' : 'facts.keys-no')],
    ] as const;
  }, [kinds.data, promised.data, keys.data, language, p]);
}

function SheetButton({ file, path }: { file: string; path: string }) {
  const t = useText(text);
  const say = useProblemText();
  const [busy, setBusy] = useState(false);
  const save = async () => {
    setBusy(true);
    try {
      download(file, await fetchFile(path));
    } catch (error) {
      notify('refused', say(problemOf(error)));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button loading={busy} onClick={() => void save()}>
      {t('paper.export')}
    </Button>
  );
}
