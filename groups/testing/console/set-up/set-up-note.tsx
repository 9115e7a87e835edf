import { useQuery } from '@tanstack/react-query';
import { Section, StateFace } from '#kernel/ui/console/index.ts';
import { GoLink } from '#kernel/ui/navigation.tsx';
import { useText } from '#kernel/ui/use-text.ts';
import { setUpText } from '../../messages/set-up.ts';
import { testing } from '../client.ts';
import { to } from '../paths.ts';
import './set-up.css';

/** On the board: how much of each site's set-up is open. Quiet where it is not known. */
export function SetUpNote({ roundId }: { roundId: string }) {
  const t = useText(setUpText);
  const { data } = useQuery(testing.query.setUpOpen.queryOptions({ input: { roundId } }));
  if (!data) return null;
  const { sites } = data;
  return (
    <Section title={t('board.title')} aside={<GoLink to={to.setUp(roundId)}>{t('board.to')}</GoLink>}>
      {sites.length === 0 ? <p>{t('board.none')}</p> : null}
      <ul className="set-up-note">
        {sites.map(({ siteId, name: site, points, open }) => (
          <li key={siteId}>
            {open === 0 ? (
              <StateFace face="done" word={t('board.done', { site, points })} />
            ) : (
              <StateFace face="flagged" word={t('board.open', { site, points, open })} />
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
