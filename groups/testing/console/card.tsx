import { useQuery } from '@tanstack/react-query';
import { ErrorFace, Figure, LoadingFace, Section } from '#kernel/ui/console/index.ts';
import { GoLink } from '#kernel/ui/navigation.tsx';
import { useText } from '#kernel/ui/use-text.ts';
import { consoleText } from '../messages/console.ts';
import { testing } from './client.ts';
import { to } from './paths.ts';

/** Testing on the console's first page: the rounds that run now. */
export default function Card() {
  const t = useText(consoleText);
  const { data, error, refetch } = useQuery(testing.query.rounds.queryOptions({ input: {} }));
  if (error) return <ErrorFace error={error} retry={() => void refetch()} />;
  if (!data) return <LoadingFace />;
  const open = data.rounds.filter((round) => round.state === 'open');
  return (
    <Section title={t('rounds')} aside={<GoLink to={to.rounds()}>{t('card.to-rounds')}</GoLink>}>
      {open.length === 0 ? <p>{t('card.none')}</p> : null}
      {open.map((round) => (
        <div key={round.id} className="figures">
          <Figure
            value={round.inTubes}
            of={round.expected ?? 0}
            label={`${round.name} · ${t('rounds.progress')}`}
            to={to.round(round.id)}
          />
          <Figure
            value={round.openDiscrepancies}
            label={t('figure.discrepancies')}
            to={to.discrepancies(round.id)}
            {...(round.openDiscrepancies > 0 ? { face: 'flagged' as const } : {})}
          />
        </div>
      ))}
    </Section>
  );
}
