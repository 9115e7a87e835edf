import { useQuery } from '@tanstack/react-query';
import { GoLink } from '#kernel/ui/navigation.tsx';
import { useText } from '#kernel/ui/use-text.ts';
import type { FollowUpPurpose } from '../../contract/follow-up-rows.ts';
import { consoleText } from '../../messages/console.ts';
import { missedText } from '../../messages/missed.ts';
import { testing } from '../client.ts';
import { to } from '../paths.ts';

/** Rounds that were made of this one's people; nothing while there are none. */
export function MadeRounds({ roundId, purpose }: { roundId: string; purpose: FollowUpPurpose }) {
  const t = useText(missedText);
  const said = useText(consoleText);
  const { data } = useQuery(testing.query.followUps.queryOptions({ input: { roundId } }));
  const made = data?.rounds.filter((round) => round.purpose === purpose) ?? [];
  const { madeOf = null } = data ?? {};
  if (made.length === 0 && madeOf === null) return null;
  return (
    <ul className="follow-ups" aria-label={t('made.title')}>
      {madeOf === null ? null : (
        <li>
          <GoLink to={to.round(madeOf.roundId)}>{t('made-of', { name: madeOf.name })}</GoLink>
        </li>
      )}
      {made.map(({ roundId: id, name, people, state }) => (
        <li key={id}>
          <GoLink to={to.round(id)}>{name}</GoLink> {t(`made.${purpose}`, { people })} ·{' '}
          {said(`state.${state}`)}
        </li>
      ))}
    </ul>
  );
}
