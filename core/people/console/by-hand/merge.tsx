import { useQuery } from '@tanstack/react-query';
import { EmptyFace, ErrorFace, LoadingFace, Page } from '#kernel/ui/console/index.ts';
import { useSearchWords } from '#kernel/ui/navigation.tsx';
import { useText } from '#kernel/ui/use-text.ts';
import { byHandText } from '../../messages/by-hand.ts';
import { text } from '../../messages/index.ts';
import { peoplePaths } from '../../paths.ts';
import { people } from '../queries.ts';
import '../register.css';
import { MergeForm } from './merge-form.tsx';

/** Two entries side by side, field by field: one person, or two. */
export default function Merge() {
  const t = useText(byHandText);
  const words = useText(text);
  const { one, other, discrepancy } = useSearchWords();
  return (
    <Page
      title={t('merge.title')}
      lead={t('merge.lead')}
      trail={[
        { title: words('register'), to: peoplePaths.register },
        discrepancy === undefined
          ? { title: t('duplicates.title'), to: peoplePaths.duplicates }
          : { title: t('discrepancies.title'), to: peoplePaths.discrepancies },
      ]}
    >
      {one && other ? (
        <Compared
          key={`${one}${other}`}
          one={one}
          other={other}
          {...(discrepancy === undefined ? {} : { discrepancyId: discrepancy })}
        />
      ) : (
        <EmptyFace title={t('merge.none')} next={t('merge.none-next')} />
      )}
    </Page>
  );
}

function Compared(props: { one: string; other: string; discrepancyId?: string }) {
  const { one, other, ...discrepancy } = props;
  const compared = useQuery(
    people.query.compare.queryOptions({ input: { residentId: one, otherId: other } }),
  );
  if (compared.isError) return <ErrorFace error={compared.error} retry={() => void compared.refetch()} />;
  if (compared.data === undefined) return <LoadingFace />;
  return <MergeForm comparison={compared.data} {...discrepancy} />;
}
