import { useQuery } from '@tanstack/react-query';
import { type Column, DataTable, EmptyFace, ErrorFace, Section } from '#kernel/ui/console/index.ts';
import { useLanguage, useText } from '#kernel/ui/use-text.ts';
import { whenText } from '#kernel/ui/when.ts';
import type { AnswerView } from '../contract.ts';
import { text } from '../messages/index.ts';
import { zones } from './queries.ts';

/** What became of proposals: who decided what, why, and when it is brought up again. */
export function Answers({ nameOf }: { nameOf: (placeId: string) => string }) {
  const t = useText(text);
  const language = useLanguage();
  const { data, error, refetch, isPending } = useQuery(zones.query.answers.queryOptions());
  const columns: readonly Column<AnswerView>[] = [
    { key: 'place', title: t('zones.place'), value: (row) => nameOf(row.placeId) },
    { key: 'kind', title: t('answers.kind'), value: (row) => t(`answers.${row.kind}`), filter: true },
    {
      key: 'outcome',
      title: t('answers.outcome'),
      value: (row) => t(`answers.${row.outcome}`),
      filter: true,
    },
    { key: 'reason', title: t('zones.reason'), value: (row) => row.reason },
    {
      key: 'again',
      title: t('proposal.again'),
      value: (row) => (row.againAt === null ? '—' : whenText(row.againAt, language)),
    },
    { key: 'by', title: t('answers.by'), value: (row) => row.answeredBy ?? '—' },
    { key: 'at', title: t('answers.at'), value: (row) => whenText(row.answeredAt, language) },
  ];
  if (error) return <ErrorFace error={error} retry={() => void refetch()} />;
  return (
    <Section title={t('answers')}>
      <DataTable
        name="zones.answers"
        label={t('answers')}
        rows={data?.answers ?? []}
        columns={columns}
        rowKey={(row) => row.id}
        loading={isPending}
        empty={<EmptyFace title={t('answers.none')} />}
      />
    </Section>
  );
}
