import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { DataTable, EmptyFace, ErrorFace, Page, ToneBadge } from '#kernel/ui/console/index.ts';
import { useGo } from '#kernel/ui/navigation.tsx';
import { useText } from '#kernel/ui/use-text.ts';
import type { LikePair } from '../../contract/by-hand-queries.ts';
import { byHandText } from '../../messages/by-hand.ts';
import { text } from '../../messages/index.ts';
import { peoplePaths } from '../../paths.ts';
import { people } from '../queries.ts';
import { roomText } from '../words.ts';

/** Pairs of entries that may be one person, the likeliest first. */
export default function Duplicates() {
  const t = useText(byHandText);
  const words = useText(text);
  const go = useGo();
  const found = useQuery(people.query.duplicates.queryOptions());
  if (found.isError) return <ErrorFace error={found.error} retry={() => void found.refetch()} />;
  const open = (pair: LikePair) =>
    go(peoplePaths.mergeOf(pair.people[0]?.id ?? '', pair.people[1]?.id ?? ''));
  return (
    <Page
      title={t('duplicates.title')}
      lead={t('duplicates.lead')}
      trail={[{ title: words('register'), to: peoplePaths.register }]}
    >
      <DataTable
        name="people.duplicates"
        label={t('duplicates.title')}
        rows={found.data?.pairs ?? []}
        rowKey={(pair) => pair.people.map(({ id }) => id).join()}
        loading={found.isPending}
        onOpen={open}
        empty={<EmptyFace title={t('duplicates.none')} />}
        columns={[
          {
            key: 'why',
            title: t('duplicates.why'),
            value: (pair) => pair.why.map((why) => t(`like.${why}`)).join(' '),
            draw: (pair) =>
              pair.why.map((why) => (
                <ToneBadge key={why} tone={why === 'number' ? 'red' : 'orange'} word={t(`like.${why}`)} />
              )),
          },
          { key: 'one', title: t('duplicates.one'), value: (pair) => personText(pair.people[0]) },
          { key: 'other', title: t('duplicates.other'), value: (pair) => personText(pair.people[1]) },
          {
            key: 'look',
            title: t('duplicates.look'),
            value: () => null,
            draw: (pair) => (
              <Button size="small" onClick={() => open(pair)}>
                {t('merge.look')}
              </Button>
            ),
          },
        ]}
      />
    </Page>
  );
}

const personText = (row: LikePair['people'][number] | undefined): string =>
  row === undefined ? '' : `${row.name} ${row.compound} ${roomText(row)}`;
