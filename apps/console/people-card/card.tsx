import { useQuery } from '@tanstack/react-query';
import type { accountsQueries } from '#core/accounts/contract.ts';
import { peopleMark } from '#core/accounts/messages/mark.ts';
import { consolePaths } from '#core/accounts/paths.ts';
import type { queries as peopleQueries } from '#core/people/contract.ts';
import { peoplePaths } from '#core/people/paths.ts';
import { rosterPaths } from '#core/roster/contract.ts';
import { EmptyFace, ErrorFace, Figure, LoadingFace, Mark, Section } from '#kernel/ui/console/index.ts';
import { GoLink } from '#kernel/ui/navigation.tsx';
import { moduleClient } from '#kernel/ui/query.ts';
import { useText } from '#kernel/ui/use-text.ts';
import { text } from './messages/index.ts';
import { onDuty, sumOf } from './sums.ts';

const people = moduleClient<typeof peopleQueries>('people');
const accounts = moduleClient<typeof accountsQueries>('accounts');

/** On the first page: how many live here, how many are away, who works and who is on duty now. */
export default function PeopleCard() {
  const t = useText(text);
  const counts = useQuery(people.query.counts.queryOptions());
  const working = useQuery(accounts.query.people.queryOptions({ input: { ended: false } }));
  const error = counts.error ?? working.error;
  return (
    <Section title={t('title')} aside={<Mark mark={peopleMark} />}>
      {error ? <ErrorFace error={error} /> : null}
      {counts.data && working.data && !error ? (
        <Figures buildings={counts.data.buildings} working={working.data.people} />
      ) : null}
      {counts.isPending || working.isPending ? <LoadingFace /> : null}
    </Section>
  );
}

type Buildings = Parameters<typeof sumOf>[0];
type Working = Parameters<typeof onDuty>[0];

function Figures({ buildings, working }: { buildings: Buildings; working: Working }) {
  const t = useText(text);
  const residents = sumOf(buildings, 'residents');
  if (residents === 0) {
    return (
      <EmptyFace title={t('empty')}>
        <GoLink to={peoplePaths.import}>{t('empty-next')}</GoLink>
      </EmptyFace>
    );
  }
  return (
    <div className="figures">
      <Figure value={residents} label={t('residents')} to={peoplePaths.register} />
      <Figure value={sumOf(buildings, 'away')} label={t('away')} to={peoplePaths.registerOf({ away: '1' })} />
      <Figure value={working.length} label={t('at-work')} to={consolePaths.people} />
      <Figure value={onDuty(working, Date.now())} label={t('on-duty')} to={rosterPaths.duties} />
    </div>
  );
}
