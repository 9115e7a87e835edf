import { useQuery } from '@tanstack/react-query';
import {
  type accountsQueries,
  HOLDERS,
  type Holder,
  isSeeing,
  type Right,
  rightsOf,
} from '#core/accounts/contract.ts';
import { type Column, DataTable, ErrorFace, Page } from '#kernel/ui/console/index.ts';
import { moduleClient } from '#kernel/ui/query.ts';
import { actionText } from '#kernel/ui/text.ts';
import { useLanguage, useText } from '#kernel/ui/use-text.ts';
import { text } from './messages/index.ts';

const accounts = moduleClient<typeof accountsQueries>('accounts');

interface Line {
  readonly action: string;
  readonly rights: Readonly<Record<Holder, Right>>;
}

/** Who may see and do what: the very rules the server asks, in plain words. */
export default function Rights() {
  const t = useText(text);
  const { data, error, refetch, isPending } = useQuery(accounts.query.rights.queryOptions());
  const columns = useColumns();
  if (error) return <ErrorFace error={error} retry={() => void refetch()} />;
  const lines: readonly Line[] = (data?.rules ?? []).map(({ action, grants }) => ({
    action,
    rights: rightsOf(grants),
  }));
  return (
    <Page title={t('title')} lead={t('lead')}>
      {data === undefined ? null : (
        <p>{t('duty', { early: data.dutyEarlyMinutes, grace: data.dutyGraceMinutes })}</p>
      )}
      <p>{t('own-group')}</p>
      <DataTable
        name="rights"
        label={t('title')}
        rows={lines}
        columns={columns}
        rowKey={(line) => line.action}
        loading={isPending}
      />
    </Page>
  );
}

function useColumns(): readonly Column<Line>[] {
  const t = useText(text);
  const language = useLanguage();
  const word = (right: Right): string => {
    if (right === 'no') return '—';
    return right === 'yes'
      ? t('yes')
      : right.map((group) => t(`group.${group}`)).join(language === 'en' ? ', ' : '、');
  };
  return [
    { key: 'what', title: t('what'), value: (line) => actionText(line.action, language) },
    {
      key: 'kind',
      title: t('kind'),
      value: (line) => t(isSeeing(line.action) ? 'see' : 'do'),
      filter: true,
    },
    ...HOLDERS.map((holder) => ({
      key: holder,
      title: t(`holder.${holder}`),
      value: (line: Line) => word(line.rights[holder]),
      filter: true as const,
    })),
  ];
}
