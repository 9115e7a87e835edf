import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { EmptyFace, ErrorFace, Figure, LoadingFace, Page, Section } from '#kernel/ui/console/index.ts';
import { useGo, useSearchWords } from '#kernel/ui/navigation.tsx';
import { useText } from '#kernel/ui/use-text.ts';
import type { FlowView } from '../../contract/flow-queries.ts';
import { flowText } from '../../messages/flow.ts';
import { gates } from './client.ts';
import { dayOf, dayOfAddress, dayText } from './day.ts';
import { GateCard } from './gate-card.tsx';
import { type Narrowed, to } from './paths.ts';
import { SlotsTable } from './slots-table.tsx';
import { Warnings } from './warnings.tsx';
import './flow.css';

/** What passes at the gates now, and what is wrong there. */
export default function FlowScreen() {
  const day = dayOfAddress(useSearchWords().day);
  const { data, error, refetch } = useQuery({
    ...gates.query.flow.queryOptions({ input: { day } }),
    placeholderData: keepPreviousData,
  });
  if (error) return <ErrorFace error={error} retry={() => void refetch()} />;
  if (!data) return <LoadingFace />;
  return <FlowPage flow={data} />;
}

function FlowPage({ flow }: { flow: FlowView }) {
  const t = useText(flowText);
  const go = useGo();
  const isToday = flow.day === flow.today;
  const shown = flow.gates.filter((gate) => !gate.closed || gate.slots.length > 0);
  return (
    <Page
      title={t('title')}
      lead={isToday ? t('lead.today') : t('lead.day', { day: dayText(flow.day) })}
      actions={
        <>
          <DayField flow={flow} />
          <Button onClick={() => go(to.reasons(flow.day))}>{t('to-reasons')}</Button>
          <Button onClick={() => go(to.gates())}>{t('to-gates')}</Button>
        </>
      }
    >
      {isToday && shown.length > 0 ? <Warnings flow={flow} /> : null}
      <Totals flow={flow} />
      {shown.length === 0 ? (
        <EmptyFace title={t('none.title')} next={t('none.next')} />
      ) : (
        <div className="gate-cards">
          {shown.map((gate) => (
            <GateCard key={gate.gateId} gate={gate} flow={flow} />
          ))}
        </div>
      )}
      {shown.length === 0 ? null : (
        <Section title={t('slots.title')}>
          <SlotsTable flow={flow} />
        </Section>
      )}
    </Page>
  );
}

function DayField({ flow }: { flow: FlowView }) {
  const t = useText(flowText);
  const go = useGo();
  return (
    <Input
      type="date"
      className="flow-day"
      aria-label={t('day')}
      max={dayText(flow.today)}
      value={dayText(flow.day)}
      onChange={(event) => {
        const day = dayOf(event.target.value);
        if (day !== undefined) go(to.flow(day === flow.today ? undefined : day));
      }}
    />
  );
}

const FIGURES: readonly (readonly [keyof FlowView['counts'], Narrowed])[] = [
  ['in', { outcome: 'through', direction: 'in' }],
  ['out', { outcome: 'through', direction: 'out' }],
  ['refused', { outcome: 'refused' }],
  ['asked', { outcome: 'asked' }],
  ['emergency', { outcome: 'emergency' }],
];

function Totals({ flow }: { flow: FlowView }) {
  const t = useText(flowText);
  const { day, counts, toSettle } = flow;
  return (
    <div className="figures">
      {FIGURES.map(([figure, by]) => (
        <Figure
          key={figure}
          value={counts[figure]}
          label={t(`figure.${figure}`)}
          to={to.passages({ day, ...by })}
        />
      ))}
      <Figure
        value={toSettle}
        label={t('figure.to-settle')}
        to={to.flags()}
        {...(toSettle > 0 ? { face: 'flagged' as const } : {})}
      />
    </div>
  );
}
