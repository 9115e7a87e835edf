import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { formatCode } from '#core/codes/contract.ts';
import {
  type Column,
  DataTable,
  EmptyFace,
  ErrorFace,
  Figure,
  LoadingFace,
  Page,
  Section,
} from '#kernel/ui/console/index.ts';
import { useGo, useSearchWords } from '#kernel/ui/navigation.tsx';
import type { ScreenProps } from '#kernel/ui/screen.ts';
import { requireSession } from '#kernel/ui/session.ts';
import { useLanguage, useText } from '#kernel/ui/use-text.ts';
import { whenText } from '#kernel/ui/when.ts';
import type { TubeResult } from '../../contract/result-queries.ts';
import { LAB_OUTCOMES } from '../../contract/rows.ts';
import { resultsText } from '../../messages/results.ts';
import { testing } from '../client.ts';
import { TubeLink } from '../history/links.tsx';
import { to } from '../paths.ts';
import { ImportResults } from './import-results.tsx';

const SHOWN = [...LAB_OUTCOMES, 'waiting', 'unmatched'] as const;
type Shown = (typeof SHOWN)[number];
const isNarrowed = (show: string | undefined): show is Shown => SHOWN.some((one) => one === show);

const isShown =
  (show: Shown) =>
  (tube: TubeResult): boolean =>
    show === 'unmatched' ? tube.unmatched : (tube.outcome ?? 'waiting') === show;

/** What the laboratory said, tube by tube; what needs somebody stands first. */
export default function ResultsScreen({ params }: ScreenProps) {
  const t = useText(resultsText);
  const go = useGo();
  const input = { roundId: params.roundId ?? '' };
  const plan = useQuery(testing.query.plan.queryOptions({ input }));
  const results = useQuery(testing.query.results.queryOptions({ input }));
  const [importing, setImporting] = useState(false);
  const { show } = useSearchWords();
  const failed = plan.error ?? results.error;
  if (failed) {
    return <ErrorFace error={failed} retry={() => void Promise.all([plan.refetch(), results.refetch()])} />;
  }
  if (!plan.data || !results.data) return <LoadingFace />;
  const { round, tubeSeries } = plan.data;
  const { tubes } = results.data;
  const labs = tubeSeries.kind === 'lab' ? [{ name: tubeSeries.name, pattern: tubeSeries.pattern }] : [];
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      trail={[
        { title: t('rounds'), to: to.rounds() },
        { title: round.name, to: to.round(round.id) },
      ]}
      actions={
        <>
          <Button onClick={() => go(to.recall(round.id))}>{t('recall')}</Button>
          <Button type="primary" onClick={() => setImporting(true)}>
            {t('import')}
          </Button>
        </>
      }
    >
      {importing ? (
        <ImportResults
          roundId={round.id}
          tubes={tubes}
          context={{ areaId: requireSession().areaId, labs }}
          onClose={() => setImporting(false)}
        />
      ) : null}
      <Figures roundId={round.id} tubes={tubes} />
      <Section title={t('tubes')}>
        <TubesTable roundId={round.id} tubes={isNarrowed(show) ? tubes.filter(isShown(show)) : tubes} />
      </Section>
    </Page>
  );
}

function Figures({ roundId, tubes }: { roundId: string; tubes: readonly TubeResult[] }) {
  const t = useText(resultsText);
  const figure = (show: Shown) => {
    const value = tubes.filter(isShown(show)).length;
    const face =
      value > 0 && (show === 'positive' || show === 'unmatched') ? ({ face: 'flagged' } as const) : {};
    return <Figure to={to.results(roundId, show)} value={value} label={t(`shown.${show}`)} {...face} />;
  };
  return (
    <div className="figures">
      {figure('positive')}
      {figure('invalid')}
      {figure('waiting')}
      {figure('negative')}
      {figure('unmatched')}
    </div>
  );
}

function TubesTable({ roundId, tubes }: { roundId: string; tubes: readonly TubeResult[] }) {
  const t = useText(resultsText);
  const language = useLanguage();
  const columns: readonly Column<TubeResult>[] = [
    {
      key: 'tube',
      title: t('tube'),
      value: (row) => formatCode(row.tubeCode),
      draw: (row) => <TubeLink roundId={roundId} code={row.tubeCode} />,
    },
    {
      key: 'outcome',
      title: t('outcome'),
      value: (row) => t(`outcome.${row.outcome ?? 'waiting'}`),
      filter: true,
    },
    { key: 'people', title: t('people'), align: 'right', value: (row) => row.people },
    { key: 'note', title: t('note'), value: (row) => row.note },
    {
      key: 'reported',
      title: t('reported'),
      value: (row) => (row.reportedAt === null ? '' : whenText(row.reportedAt, language)),
    },
    {
      key: 'earlier',
      title: t('earlier'),
      value: (row) =>
        row.earlier
          .map((said) =>
            t('earlier-line', {
              outcome: t(`outcome.${said.outcome}`),
              at: whenText(said.replacedAt, language),
            }),
          )
          .join('；'),
    },
    {
      key: 'matched',
      title: t('matched'),
      value: (row) => t(row.unmatched ? 'unmatched' : 'matched-yes'),
      filter: true,
    },
  ];
  return (
    <DataTable
      name="testing.results"
      label={t('tubes')}
      rows={tubes}
      columns={columns}
      rowKey={(row) => row.tubeCode}
      exportAs={t('tubes')}
      empty={<EmptyFace title={t('none')} />}
    />
  );
}
