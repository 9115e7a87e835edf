import { useQuery } from '@tanstack/react-query';
import { type accountsQueries, COMMAND_POST } from '#core/accounts/contract.ts';
import type { queries as peopleQueries } from '#core/people/contract.ts';
import type { queries as privacyQueries } from '#core/privacy/contract.ts';
import { Section } from '#kernel/ui/console/index.ts';
import { StateFace } from '#kernel/ui/face.tsx';
import { GoLink } from '#kernel/ui/navigation.tsx';
import { moduleClient } from '#kernel/ui/query.ts';
import { useSession } from '#kernel/ui/session.ts';
import { useText } from '#kernel/ui/use-text.ts';
import { text } from './messages/index.ts';
import { isUnderWay, type Step, stepsOf } from './steps.ts';
import './first-steps.css';

const people = moduleClient<typeof peopleQueries>('people');
const accounts = moduleClient<typeof accountsQueries>('accounts');
const privacy = moduleClient<typeof privacyQueries>('privacy');

/** On the first page of a young area, for whoever set it up: what to do next, in order. Gone once it is done. */
export default function FirstSteps() {
  const session = useSession();
  const leads = session?.grants.some(({ grant }) => COMMAND_POST.includes(grant)) ?? false;
  return leads && !session?.practisesFor ? <Steps /> : null;
}

function Steps() {
  const t = useText(text);
  const counts = useQuery(people.query.counts.queryOptions());
  const working = useQuery(accounts.query.people.queryOptions({ input: { ended: false } }));
  const notice = useQuery(privacy.query.notice.queryOptions());
  // A card that may not be needed says nothing while it finds out, and its own failure is no news.
  if (!counts.data || !working.data || !notice.data) return null;
  const standing = {
    members: working.data.people.length,
    residents: counts.data.buildings.reduce((sum, { residents }) => sum + residents, 0),
    noticeConfirmed: Boolean(notice.data.confirmed),
  };
  if (isUnderWay(standing)) return null;
  return (
    <Section title={t('title')}>
      <ol className="first-steps">
        {stepsOf(standing).map((step) => (
          <StepLine key={step.key} step={step} />
        ))}
      </ol>
    </Section>
  );
}

function StepLine({ step }: { step: Step }) {
  const t = useText(text);
  const { key, to, done } = step;
  return (
    <li>
      <div>
        {to === null ? <strong>{t(key)}</strong> : <GoLink to={to}>{t(key)}</GoLink>}
        <p>{t(`${key}.how`)}</p>
      </div>
      {done ? <StateFace face="done" word={t('done')} /> : null}
    </li>
  );
}
