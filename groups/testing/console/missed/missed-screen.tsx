import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { ErrorFace, LoadingFace, Page, Section } from '#kernel/ui/console/index.ts';
import { GoLink, useSearchWords } from '#kernel/ui/navigation.tsx';
import type { ScreenProps } from '#kernel/ui/screen.ts';
import { useText } from '#kernel/ui/use-text.ts';
import type { MissedView } from '../../contract/missed-queries.ts';
import { missedText } from '../../messages/missed.ts';
import { testing } from '../client.ts';
import { FollowUpButton } from '../follow-up/follow-up-button.tsx';
import { MadeRounds } from '../follow-up/made-rounds.tsx';
import { to } from '../paths.ts';
import { BuildingsTable } from './buildings-table.tsx';
import { HandleDrawer } from './handle-drawer.tsx';
import { MissedFigures } from './missed-figures.tsx';
import { MissedPeople } from './missed-people.tsx';
import { usePrintMissed } from './use-print-missed.ts';

/** Who has not come, where they live, what they said, and what is done about it. */
export default function MissedScreen({ params }: ScreenProps) {
  const { roundId = '' } = params;
  const { building } = useSearchWords();
  const { data, error, refetch } = useQuery({
    ...testing.query.missed.queryOptions({ input: { roundId, ...(building && { buildingId: building }) } }),
    placeholderData: keepPreviousData,
  });
  if (error) return <ErrorFace error={error} retry={() => void refetch()} />;
  if (!data) return <LoadingFace />;
  return <MissedPage view={data} buildingId={building ?? null} />;
}

function MissedPage({ view, buildingId }: { view: MissedView; buildingId: string | null }) {
  const t = useText(missedText);
  const { round, people, buildings } = view;
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [handling, setHandling] = useState<readonly string[]>([]);
  const print = usePrintMissed(round.name);
  const listed = new Map(people.map((person) => [person.residentId, person]));
  const selected = chosen.flatMap((id) => listed.get(id) ?? []);
  const narrowed = buildings.find((one) => one.buildingId === buildingId);
  const handled = handling.flatMap((id) => listed.get(id) ?? []);
  return (
    <Page
      title={t('title')}
      lead={t(round.state === 'closed' ? 'lead.closed' : 'lead.open')}
      trail={[
        { title: t('rounds'), to: to.rounds() },
        { title: round.name, to: to.round(round.id) },
      ]}
      actions={
        <>
          <Button
            disabled={people.length === 0}
            onClick={() => void print(selected.length ? selected : people)}
          >
            {t('print')}
          </Button>
          <FollowUpButton
            ofRoundId={round.id}
            purpose="missed"
            residentIds={(selected.length ? selected : people)
              .filter(({ followUpId }) => followUpId === null)
              .map(({ residentId }) => residentId)}
          />
        </>
      }
    >
      <MissedFigures view={view} />
      <MadeRounds roundId={round.id} purpose="missed" />
      <Section title={t('buildings')}>
        <BuildingsTable roundId={round.id} rows={buildings} />
      </Section>
      <Section
        title={
          narrowed ? t('people.of', { building: `${narrowed.compound} ${narrowed.building}` }) : t('people')
        }
        aside={buildingId ? <GoLink to={to.missed(round.id)}>{t('all-buildings')}</GoLink> : undefined}
      >
        {view.tooMany ? (
          <Alert type="info" title={t('too-many')} />
        ) : (
          <MissedPeople
            people={people}
            chosen={selected.map(({ residentId }) => residentId)}
            onChoose={setChosen}
            onOpen={(residentId) => setHandling([residentId])}
            onHandle={() => setHandling(selected.map(({ residentId }) => residentId))}
          />
        )}
      </Section>
      <HandleDrawer round={round} people={handled} onClose={() => setHandling([])} />
    </Page>
  );
}
