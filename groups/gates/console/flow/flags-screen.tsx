import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Segmented } from 'antd';
import { useState } from 'react';
import { chinaTime } from '#kernel/time-id/china-time.ts';
import { type Column, DataTable, EmptyFace, ErrorFace, Page, StateFace } from '#kernel/ui/console/index.ts';
import { problemText, type Translate } from '#kernel/ui/text.ts';
import { useLanguage, useText } from '#kernel/ui/use-text.ts';
import { whenText } from '#kernel/ui/when.ts';
import type { FlagView } from '../../contract/flow-queries.ts';
import { RESOLUTIONS } from '../../contract/settlement.ts';
import { flowText } from '../../messages/flow.ts';
import type zh from '../../messages/flow.zh-CN.ts';
import { gates } from './client.ts';
import { FlagDrawer } from './flag-drawer.tsx';
import { useWhoText } from './passage-columns.tsx';
import { to } from './paths.ts';
import './flow.css';

/** What contradicts, with the words of the rule; a leader settles each. */
export default function FlagsScreen() {
  const t = useText(flowText);
  const [open, setOpen] = useState(true);
  const [chosen, setChosen] = useState<string | null>(null);
  const columns = useColumns(open);
  const { data, error, refetch, isPending } = useQuery({
    ...gates.query.flags.queryOptions({ input: { open } }),
    placeholderData: keepPreviousData,
  });
  if (error) return <ErrorFace error={error} retry={() => void refetch()} />;
  const flags = data?.flags ?? [];
  return (
    <Page title={t('flags')} lead={t('flags.lead')} trail={[{ title: t('title'), to: to.flow() }]}>
      <DataTable
        name="gates.flags"
        label={t('flags')}
        rows={flags}
        columns={columns}
        rowKey={(row) => row.id}
        loading={isPending}
        exportAs={t('flags')}
        onOpen={(row) => setChosen(row.id)}
        openKey={chosen}
        empty={<EmptyFace title={t(open ? 'flags.none' : 'flags.none-settled')} />}
        tools={
          <Segmented
            aria-label={t('flags.state')}
            value={open ? 'open' : 'settled'}
            onChange={(value) => setOpen(value === 'open')}
            options={[
              { value: 'open', label: t('flags.open') },
              { value: 'settled', label: t('flags.settled') },
            ]}
          />
        }
      />
      <FlagDrawer flag={flags.find(({ id }) => id === chosen) ?? null} onClose={() => setChosen(null)} />
    </Page>
  );
}

function useColumns(open: boolean): readonly Column<FlagView>[] {
  const t = useText(flowText);
  const language = useLanguage();
  const who = useWhoText();
  const wordsOf = (row: FlagView) => problemText(row, language);
  const passage = (text: (passage: NonNullable<FlagView['passage']>) => string) => (row: FlagView) =>
    row.passage === null ? t('flags.gone') : text(row.passage);
  const settled: readonly Column<FlagView>[] = [
    { key: 'how', title: t('flags.how'), value: (row) => resolutionText(t, row.resolution), filter: true },
    { key: 'note', title: t('settle.note'), value: (row) => row.note ?? '' },
    { key: 'by', title: t('flags.by'), value: (row) => row.settledByName ?? t('phones.gone'), filter: true },
  ];
  return [
    {
      key: 'what',
      title: t('flags.what'),
      value: wordsOf,
      draw: (row) => (open ? <StateFace face="flagged" word={wordsOf(row)} /> : wordsOf(row)),
      filter: true,
    },
    { key: 'who', title: t('column.who'), value: passage(who) },
    { key: 'place', title: t('column.place'), value: (row) => row.passage?.place ?? '' },
    { key: 'gate', title: t('column.gate'), value: (row) => row.passage?.gate ?? '', filter: true },
    {
      key: 'when',
      title: t('flags.when'),
      value: (row) => row.passage?.at ?? null,
      exported: (row) => (row.passage === null ? '' : chinaTime(row.passage.at)),
      draw: (row) => (row.passage === null ? '' : whenText(row.passage.at, language)),
    },
    ...(open ? [] : settled),
  ];
}

export function resolutionText(t: Translate<typeof zh>, resolution: string | null): string {
  const known = RESOLUTIONS.find((one) => one === resolution);
  return known === undefined ? '' : t(`resolution.${known}`);
}
