import { useQuery } from '@tanstack/react-query';
import { formatPlate } from '#core/codes/contract.ts';
import { type Column, DataTable, EmptyFace, ErrorFace } from '#kernel/ui/console/index.ts';
import { useLanguage, useText } from '#kernel/ui/use-text.ts';
import { whenText } from '#kernel/ui/when.ts';
import type { InsideHolder } from '../../contract/visit-queries.ts';
import { holderKind } from '../../messages/holder-kind.ts';
import { insideText } from '../../messages/inside.ts';
import { gates } from './client.ts';

/** Who came in by a pass and has not gone out: workers, couriers, visitors, volunteers, vehicles. */
export function HoldersTable() {
  const t = useText(insideText);
  const language = useLanguage();
  const { data, error, refetch, isPending } = useQuery(gates.query.holdersInside.queryOptions());
  if (error) return <ErrorFace error={error} retry={() => void refetch()} />;
  const columns: readonly Column<InsideHolder>[] = [
    { key: 'kind', title: t('kind'), value: ({ kind }) => holderKind(kind, language), filter: true },
    { key: 'name', title: t('name'), value: ({ name }) => name ?? '' },
    { key: 'plate', title: t('plate'), value: ({ plate }) => (plate === null ? '' : formatPlate(plate)) },
    { key: 'compound', title: t('compound'), value: ({ compound }) => compound, filter: true },
    { key: 'gate', title: t('gate'), value: ({ gate }) => gate, filter: true },
    { key: 'entered', title: t('entered'), value: ({ since }) => whenText(since, language) },
  ];
  return (
    <DataTable
      name="gates.inside.holders"
      label={t('show.holders')}
      rows={data?.holders ?? []}
      columns={columns}
      rowKey={({ passId }) => passId}
      loading={isPending}
      exportAs={t('show.holders')}
      empty={<EmptyFace title={t('holders.none')} />}
    />
  );
}
