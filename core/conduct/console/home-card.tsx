import { useQuery } from '@tanstack/react-query';
import { LEADING_ANY } from '#core/accounts/contract.ts';
import { text as peopleText } from '#core/accounts/messages/index.ts';
import { Figure, Section } from '#kernel/ui/console/index.ts';
import { useSession } from '#kernel/ui/session.ts';
import { useText } from '#kernel/ui/use-text.ts';
import { text } from '../messages/index.ts';
import { conductPaths } from '../paths.ts';
import { conduct } from './queries.ts';

/** On the first page, for leaders, while somebody with a duty ahead has not passed or read the group's code. */
export default function HomeCard() {
  const session = useSession();
  const leads = session?.grants.some(({ grant }) => LEADING_ANY.includes(grant)) ?? false;
  return leads ? <OpenPeople /> : null;
}

function OpenPeople() {
  const t = useText(text);
  const p = useText(peopleText);
  const { data } = useQuery(conduct.query.open.queryOptions());
  const open = (data?.groups ?? []).filter((one) => one.mustPass + one.mustAcknowledge > 0);
  if (open.length === 0) return null;
  return (
    <Section title={t('card.title')}>
      <div className="figures">
        {open.map(({ group, mustPass, mustAcknowledge }) => (
          <div key={group} className="figures">
            {mustPass > 0 ? (
              <Figure
                value={mustPass}
                label={t('card.must-pass', { group: p(`group.${group}`) })}
                to={conductPaths.people(group, 'must-pass')}
                face="flagged"
              />
            ) : null}
            {mustAcknowledge > 0 ? (
              <Figure
                value={mustAcknowledge}
                label={t('card.must-acknowledge', { group: p(`group.${group}`) })}
                to={conductPaths.people(group, 'must-acknowledge')}
                face="pending"
              />
            ) : null}
          </div>
        ))}
      </div>
    </Section>
  );
}
