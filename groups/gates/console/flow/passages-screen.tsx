import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { DataTable, EmptyFace, ErrorFace, LoadingFace, Page } from '#kernel/ui/console/index.ts';
import { useSearchWords } from '#kernel/ui/navigation.tsx';
import { useLanguage, useText } from '#kernel/ui/use-text.ts';
import type { PassageView } from '../../contract/flow-queries.ts';
import { DIRECTIONS, OUTCOMES } from '../../contract/rows.ts';
import { flowText } from '../../messages/flow.ts';
import { ruleName } from '../../messages/rule-names.ts';
import { gates } from './client.ts';
import { dayOfAddress, dayText } from './day.ts';
import { ExportButton } from './export-button.tsx';
import { usePassageColumns } from './passage-columns.tsx';
import { PassageDrawer } from './passage-drawer.tsx';
import { type Narrowed, to } from './paths.ts';
import './flow.css';

/** What the page's address narrows the day by; what it does not know is left out. */
function useNarrowed(): Narrowed {
  const { day: dayWords, gateId, direction: way, outcome: came, rule } = useSearchWords();
  const day = dayOfAddress(dayWords);
  const direction = DIRECTIONS.find((one) => one === way);
  const outcome = ([...OUTCOMES, 'through'] as const).find((one) => one === came);
  return {
    ...(day !== undefined && { day }),
    ...(gateId && { gateId }),
    ...(direction && { direction }),
    ...(outcome && { outcome }),
    ...(rule && { rule }),
  };
}

/** The rows that a figure of the gates counts (product.md, principle 6). */
export default function PassagesScreen() {
  const t = useText(flowText);
  const narrowed = useNarrowed();
  const columns = usePassageColumns(true);
  const [chosen, setChosen] = useState<string | null>(null);
  const what = useWhat(narrowed);
  const { data, error, refetch } = useQuery({
    ...gates.query.passages.queryOptions({ input: narrowed }),
    placeholderData: keepPreviousData,
  });
  if (error) return <ErrorFace error={error} retry={() => void refetch()} />;
  if (!data) return <LoadingFace />;
  const { rows, total, day } = data;
  const standing = rows.filter(({ voided }) => !voided).length;
  return (
    <Page
      title={t('passages')}
      lead={t('passages.lead', { day: dayText(day), what })}
      trail={[{ title: t('title'), to: to.flow(narrowed.day) }]}
      actions={<ExportButton day={day} />}
    >
      {total > standing ? <p>{t('passages.most', { total, most: standing })}</p> : null}
      <DataTable
        name="gates.passages"
        label={t('passages')}
        rows={rows}
        columns={columns}
        rowKey={(row: PassageView) => row.id}
        onOpen={(row) => setChosen(row.id)}
        openKey={chosen}
        exportAs={`${t('passages.file')} ${dayText(day)} ${what}`}
        empty={<EmptyFace title={t('passages.none')} />}
      />
      <PassageDrawer passage={rows.find(({ id }) => id === chosen) ?? null} onClose={() => setChosen(null)} />
    </Page>
  );
}

/** What is listed, in words: `东门 出 劝返 应检未检`. */
function useWhat({ gateId, direction, outcome, rule }: Narrowed): string {
  const t = useText(flowText);
  const language = useLanguage();
  const { data } = useQuery(gates.query.gates.queryOptions());
  const gate = data?.gates.find((one) => one.gateId === gateId)?.name;
  const parts = [
    gate,
    direction && t(`direction.${direction}`),
    outcome && (outcome === 'through' ? t('passages.through') : t(`outcome.${outcome}`)),
    rule && ruleName(rule, language),
  ].filter(Boolean);
  return parts.length === 0 ? t('passages.all') : parts.join(' ');
}
