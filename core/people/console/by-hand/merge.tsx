import { useQuery } from '@tanstack/react-query';
import { ErrorFace, LoadingFace, Page } from '#kernel/ui/console/index.ts';
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
  const { one = '', other = '', discrepancy } = useSearchWords();
  const compared = useQuery(
    people.query.compare.queryOptions({ input: { residentId: one, otherId: other } }),
  );
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
      {compared.isError ? (
        <ErrorFace error={compared.error} retry={() => void compared.refetch()} />
      ) : compared.data === undefined ? (
        <LoadingFace />
      ) : (
        <MergeForm
          key={`${one}${other}`}
          comparison={compared.data}
          {...(discrepancy === undefined ? {} : { discrepancyId: discrepancy })}
        />
      )}
    </Page>
  );
}
