import { useQuery } from '@tanstack/react-query';
import { EmptyFace, ErrorFace, LoadingFace, Page, Section } from '#kernel/ui/console/index.ts';
import type { ScreenProps } from '#kernel/ui/screen.ts';
import { useText } from '#kernel/ui/use-text.ts';
import type { PersonHistory } from '../../contract/history-queries.ts';
import { historyText } from '../../messages/history.ts';
import { testing } from '../client.ts';
import { to } from '../paths.ts';
import { PersonRounds } from './person-rounds.tsx';
import './history.css';

/** One person's tests: every round, which tube, which place in it. */
export default function PersonScreen({ params }: ScreenProps) {
  const input = { residentId: params.residentId ?? '' };
  const { data, error, refetch } = useQuery(testing.query.person.queryOptions({ input }));
  if (error) return <ErrorFace error={error} retry={() => void refetch()} />;
  if (!data) return <LoadingFace />;
  return <PersonPage person={data} />;
}

function PersonPage({ person }: { person: PersonHistory }) {
  const t = useText(historyText);
  const { name, place, rounds } = person;
  const came = rounds.filter(({ tests }) => tests.some(({ withdrawn }) => !withdrawn)).length;
  const samples = rounds.flatMap(({ tests }) => tests).filter(({ withdrawn }) => !withdrawn).length;
  return (
    <Page
      title={name === null ? t('person.title') : t('person', { name })}
      lead={
        name === null ? t('person.unknown') : t('person.lead', { place: place ?? '', rounds: came, samples })
      }
      trail={[{ title: t('rounds'), to: to.rounds() }]}
    >
      <Section title={t('person.rounds')}>
        {rounds.length === 0 ? <EmptyFace title={t('person.none')} /> : <PersonRounds person={person} />}
      </Section>
    </Page>
  );
}
