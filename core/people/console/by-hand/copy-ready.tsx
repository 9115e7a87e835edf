import { useQuery } from '@tanstack/react-query';
import { Button, Space } from 'antd';
import { printInBrowser } from '#kernel/print/browser.ts';
import { download, ErrorFace, fetchFile, LoadingFace } from '#kernel/ui/console/index.ts';
import { notify } from '#kernel/ui/notices.ts';
import { problemOf } from '#kernel/ui/problem-of.ts';
import { requireSession } from '#kernel/ui/session.ts';
import { useLanguage, useProblemText, useText } from '#kernel/ui/use-text.ts';
import { SUBJECT_SHEET_PATH } from '../../contract/by-hand-queries.ts';
import { byHandText } from '../../messages/by-hand.ts';
import { people } from '../queries.ts';
import { subjectDocument } from './subject-print.ts';

/** The copy as paper or sheet; never kept in the cache, and gone with the drawer. */
export function CopyReady({ requestId }: { requestId: string }) {
  const t = useText(byHandText);
  const language = useLanguage();
  const say = useProblemText();
  const copy = useQuery({
    ...people.query.subjectCopy.queryOptions({ input: { requestId, language } }),
    gcTime: 0,
    retry: false,
  });
  if (copy.isError) return <ErrorFace error={copy.error} />;
  if (copy.data === undefined) return <LoadingFace />;
  const { data } = copy;
  const print = () =>
    printInBrowser(subjectDocument(data, { area: requireSession().areaName, now: Date.now(), language }));
  const save = async () => {
    try {
      const words = new URLSearchParams({ request: requestId, language });
      download(`${data.name}-${t('copy.file')}.xlsx`, await fetchFile(`${SUBJECT_SHEET_PATH}?${words}`));
    } catch (error) {
      notify('refused', say(problemOf(error)));
    }
  };
  return (
    <div className="copy-ready">
      <p>{t('copy.ready', { sections: data.sections.length })}</p>
      <Space wrap>
        <Button type="primary" onClick={() => void print()}>
          {t('copy.print')}
        </Button>
        <Button onClick={() => void save()}>{t('copy.save')}</Button>
      </Space>
    </div>
  );
}
