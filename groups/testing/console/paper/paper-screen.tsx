import { useQuery } from '@tanstack/react-query';
import { Input } from 'antd';
import { useMemo, useState } from 'react';
import { ChoiceField, Field } from '#kernel/print/field.tsx';
import { EmptyFace, ErrorFace, LoadingFace, Page } from '#kernel/ui/console/index.ts';
import type { ScreenProps } from '#kernel/ui/screen.ts';
import { requireSession } from '#kernel/ui/session.ts';
import { useText } from '#kernel/ui/use-text.ts';
import { toLocalInput } from '#kernel/ui/when.ts';
import { paperText } from '../../messages/paper.ts';
import { testing } from '../client.ts';
import { to } from '../paths.ts';
import { PaperEntry } from './paper-entry.tsx';
import { PaperPeople } from './read-line.ts';
import './paper.css';

/** Paper lists of a round, entered line by line with the times that stand on them. */
export default function PaperScreen({ params }: ScreenProps) {
  const t = useText(paperText);
  const input = { roundId: params.roundId ?? '' };
  const plan = useQuery(testing.query.plan.queryOptions({ input }));
  const paper = useQuery(testing.query.paper.queryOptions({ input }));
  const [chosenLane, setChosenLane] = useState<string | null>(null);
  const [chosenDay, setChosenDay] = useState<string | null>(null);
  const people = useMemo(() => new PaperPeople(paper.data?.people ?? []), [paper.data?.people]);

  const failed = plan.error ?? paper.error;
  if (failed) {
    return <ErrorFace error={failed} retry={() => void Promise.all([plan.refetch(), paper.refetch()])} />;
  }
  if (!plan.data || !paper.data) return <LoadingFace />;
  const { round, sites, tubeSeries } = plan.data;
  const trail = [
    { title: t('rounds'), to: to.rounds() },
    { title: round.name, to: to.round(round.id) },
  ];
  const lanes = sites.flatMap((site) =>
    site.lanes.map((lane) => ({ value: lane.laneId, label: `${site.name} ${lane.name}` })),
  );
  const laneId = chosenLane ?? lanes[0]?.value;
  if (round.openedAt === null || laneId === undefined) {
    return (
      <Page title={t('title')} trail={trail}>
        <EmptyFace title={t('not-open')} />
      </Page>
    );
  }
  const day = chosenDay ?? toLocalInput(round.openedAt).slice(0, 10);
  const labs = tubeSeries.kind === 'lab' ? [{ name: tubeSeries.name, pattern: tubeSeries.pattern }] : [];
  return (
    <Page title={t('title')} lead={t('lead')} trail={trail}>
      <div className="paper-where">
        <ChoiceField label={t('lane')} value={laneId} options={lanes} onChange={setChosenLane} />
        <Field label={t('day')}>
          {(id) => (
            <Input id={id} type="date" value={day} onChange={(event) => setChosenDay(event.target.value)} />
          )}
        </Field>
      </div>
      <PaperEntry
        roundId={round.id}
        laneId={laneId}
        day={day}
        ratio={round.poolRatio}
        context={{ areaId: requireSession().areaId, labs }}
        people={people}
        taken={paper.data.taken}
      />
    </Page>
  );
}
