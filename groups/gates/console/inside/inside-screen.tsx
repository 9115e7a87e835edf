import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Segmented } from 'antd';
import { ErrorFace, Figure, LoadingFace, Page } from '#kernel/ui/console/index.ts';
import { useGo, useSearchWords } from '#kernel/ui/navigation.tsx';
import { useText } from '#kernel/ui/use-text.ts';
import type { InsideView } from '../../contract/visit-queries.ts';
import { insideText } from '../../messages/inside.ts';
import { BuildingsTable } from './buildings-table.tsx';
import { gates } from './client.ts';
import { HoldersTable } from './holders-table.tsx';
import { OutingsTable } from './outings-table.tsx';
import { SHOWN, type Shown, to } from './paths.ts';
import { VisitsTable } from './visits-table.tsx';
import './inside.css';

const isShown = (text: string | undefined): text is Shown => SHOWN.some((one) => one === text);

/** Who is inside now: how many, in which building, who came in and who is out. */
export default function InsideScreen() {
  const t = useText(insideText);
  const go = useGo();
  const { show, late } = useSearchWords();
  const { data, error, refetch } = useQuery({
    ...gates.query.inside.queryOptions(),
    placeholderData: keepPreviousData,
  });
  if (error) return <ErrorFace error={error} retry={() => void refetch()} />;
  if (!data) return <LoadingFace />;
  const shown = isShown(show) ? show : 'buildings';
  const onlyLate = late === '1';
  return (
    <Page title={t('title')} lead={t('lead')}>
      <InsideFigures view={data} />
      <Segmented
        options={SHOWN.map((value) => ({ value, label: t(`show.${value}`) }))}
        value={shown}
        onChange={(value) => go(to.inside(value), { replace: true })}
      />
      {shown === 'buildings' ? <BuildingsTable view={data} /> : null}
      {shown === 'visits' ? <VisitsTable onlyLate={onlyLate} /> : null}
      {shown === 'holders' ? <HoldersTable /> : null}
      {shown === 'out' ? <OutingsTable onlyLate={onlyLate} /> : null}
    </Page>
  );
}

function InsideFigures({ view: { buildings, elsewhere, holders, late } }: { view: InsideView }) {
  const t = useText(insideText);
  const sum = (of: 'home' | 'out' | 'away' | 'visitors') => buildings.reduce((all, one) => all + one[of], 0);
  const visitors = sum('visitors') + elsewhere.reduce((all, one) => all + one.visitors, 0);
  const byPass = holders.reduce((all, one) => all + one.people, 0);
  const lateFace = (count: number) => (count > 0 ? { face: 'late' as const } : {});
  return (
    <div className="figures">
      <Figure value={sum('home')} label={t('figure.home')} to={to.inside('buildings')} />
      <Figure value={visitors} label={t('figure.visitors')} to={to.inside('visits')} />
      <Figure value={byPass} label={t('figure.holders')} to={to.inside('holders')} />
      <Figure value={sum('out')} label={t('figure.out')} to={to.inside('out')} />
      <Figure
        value={late.out}
        label={t('figure.late-out')}
        to={to.inside('out', true)}
        {...lateFace(late.out)}
      />
      <Figure
        value={late.visits}
        label={t('figure.late-visits')}
        to={to.inside('visits', true)}
        {...lateFace(late.visits)}
      />
    </div>
  );
}
