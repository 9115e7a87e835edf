import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { lazy, Suspense, useMemo, useState } from 'react';
import { EmptyFace, ErrorFace, LoadingFace, Page, Section } from '#kernel/ui/console/index.ts';
import type { ScreenProps } from '#kernel/ui/screen.ts';
import { useText } from '#kernel/ui/use-text.ts';
import type { RehearsalBasis } from '../../contract/rehearsal-queries.ts';
import { rehearseText } from '../../messages/rehearse.ts';
import { testing } from '../client.ts';
import { to } from '../paths.ts';
import { clockOf, type Rehearsed, rehearse } from './outcome.ts';
import { PlanFields } from './plan-fields.tsx';
import { firstForm, type PlanForm } from './plan-form.ts';
import { ResultsTable } from './results-table.tsx';
import './rehearse.css';

const LineChart = lazy(() => import('#kernel/ui/console/line-chart.tsx'));

/** Plans beside each other on one chart. */
const MOST_PLANS = 3;

/** The day before the day: how long people would wait, and how many lanes keep it short. */
export default function RehearseScreen({ params }: ScreenProps) {
  const t = useText(rehearseText);
  const input = { roundId: params.roundId ?? '' };
  const { data, error, refetch } = useQuery(testing.query.rehearsal.queryOptions({ input }));
  if (error) return <ErrorFace error={error} retry={() => void refetch()} />;
  if (!data) return <LoadingFace />;
  const trail = [
    { title: t('rounds'), to: to.rounds() },
    { title: data.round.name, to: to.round(data.round.id) },
  ];
  return (
    <Page title={t('title')} lead={t('lead')} trail={trail}>
      {data.people === 0 ? <EmptyFace title={t('nobody')} /> : <Rehearsal basis={data} />}
    </Page>
  );
}

function Rehearsal({ basis }: { basis: RehearsalBasis }) {
  const t = useText(rehearseText);
  const [forms, setForms] = useState<readonly PlanForm[]>(() => [firstForm(basis)]);
  const rehearsed = useMemo(() => forms.map((form) => rehearse(form, basis)), [forms, basis]);
  const change = (changed: PlanForm) =>
    setForms((all) => all.map((form) => (form.id === changed.id ? changed : form)));
  const copyLast = () =>
    setForms((all) => {
      const last = all.at(-1) ?? firstForm(basis);
      return [...all, { ...last, id: last.id + 1, lanes: last.lanes + 1 }];
    });
  return (
    <>
      <p>
        {t('basis', { people: basis.people })}{' '}
        {basis.measured.length > 0
          ? t('basis-measured', { rounds: basis.measuredRounds })
          : t('basis-default', { seconds: basis.personSeconds })}
      </p>
      <div className="rehearse-plans">
        {forms.map((form, i) => (
          <PlanFields
            key={form.id}
            name={t('plan', { number: i + 1 })}
            form={form}
            ratio={basis.ratio}
            hasPlan={basis.planned.length > 0}
            onChange={change}
            {...(forms.length > 1 && {
              onRemove: () => setForms((all) => all.filter((one) => one.id !== form.id)),
            })}
          />
        ))}
      </div>
      {forms.length < MOST_PLANS ? (
        <Button className="rehearse-add" onClick={copyLast}>
          {t('compare')}
        </Button>
      ) : null}
      <Section title={t('outcome')}>
        <ResultsTable rehearsed={rehearsed} waitMinutes={basis.waitMinutes} />
      </Section>
      <QueueChart rehearsed={rehearsed} />
    </>
  );
}

function QueueChart({ rehearsed }: { rehearsed: readonly Rehearsed[] }) {
  const t = useText(rehearseText);
  const lines = useMemo(
    () =>
      rehearsed.flatMap(({ said, begin }, i) =>
        said === null
          ? []
          : [
              {
                name: t('plan', { number: i + 1 }),
                points: said.queue.map((n, minute) => [begin + minute * 60, n] as const),
              },
            ],
      ),
    [rehearsed, t],
  );
  if (lines.length === 0) return null;
  return (
    <Section title={t('queue')}>
      <Suspense fallback={<LoadingFace />}>
        <LineChart
          label={t('queue-label', {
            most: rehearsed.map(({ said }) => said?.longestQueue ?? 0).join(' / '),
          })}
          lines={lines}
          xName={t('time')}
          yName={t('people')}
          xText={clockOf}
        />
      </Suspense>
    </Section>
  );
}
