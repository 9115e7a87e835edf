import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { formatCode } from '#core/codes/contract.ts';
import { EmptyFace, ErrorFace, LoadingFace, Page, Section } from '#kernel/ui/console/index.ts';
import { useGo } from '#kernel/ui/navigation.tsx';
import type { ScreenProps } from '#kernel/ui/screen.ts';
import { problemText } from '#kernel/ui/text.ts';
import { useLanguage, useText } from '#kernel/ui/use-text.ts';
import { whenText } from '#kernel/ui/when.ts';
import type { TubeDispute, TubeHistory } from '../../contract/history-queries.ts';
import { contactsText } from '../../messages/contacts.ts';
import { correctText } from '../../messages/correct.ts';
import { historyText } from '../../messages/history.ts';
import { testing } from '../client.ts';
import { CorrectTube } from '../correct/correct-tube.tsx';
import { to } from '../paths.ts';
import { useResolutionText } from './change-text.ts';
import { MembersTable } from './members-table.tsx';
import { TubeCourse } from './tube-course.tsx';
import { TubeVerdict } from './tube-verdict.tsx';
import './history.css';

/** One tube: who is in it in order, what happened to it, what the laboratory said. */
export default function TubeScreen({ params }: ScreenProps) {
  const input = { roundId: params.roundId ?? '', code: params.code ?? '' };
  const { data, error, refetch } = useQuery(testing.query.tube.queryOptions({ input }));
  if (error) return <ErrorFace error={error} retry={() => void refetch()} />;
  if (!data) return <LoadingFace />;
  return <TubePage tube={data} onChanged={() => void refetch()} />;
}

function TubePage({ tube, onChanged }: { tube: TubeHistory; onChanged: () => void }) {
  const t = useText(historyText);
  const contacts = useText(contactsText);
  const correct = useText(correctText);
  const go = useGo();
  const { round, members, openings } = tube;
  const people = members.filter(({ withdrawn }) => !withdrawn).length;
  return (
    <Page
      title={t('tube', { code: formatCode(tube.code) })}
      lead={t('tube.lead', { round: round.name, people })}
      trail={[
        { title: t('rounds'), to: to.rounds() },
        { title: round.name, to: to.round(round.id) },
      ]}
      {...(tube.maySeeResult && people > 0
        ? {
            actions: (
              <Button
                type={tube.result?.outcome === 'positive' ? 'primary' : 'default'}
                onClick={() => go(to.contacts(round.id, tube.code))}
              >
                {contacts('open')}
              </Button>
            ),
          }
        : {})}
    >
      <Section title={t('tube.members')}>
        {members.length === 0 ? (
          <EmptyFace title={t(openings.length === 0 ? 'tube.only-lab' : 'tube.members-none')} />
        ) : (
          <MembersTable tube={tube} />
        )}
      </Section>
      <Section title={t('tube.result')}>
        <TubeVerdict tube={tube} />
      </Section>
      {openings.length === 0 ? null : (
        <Section title={t('tube.course')}>
          <TubeCourse openings={openings} />
        </Section>
      )}
      {people > 0 ? (
        <Section title={correct('title')}>
          <CorrectTube tube={tube} onDone={onChanged} />
        </Section>
      ) : null}
      <Section title={t('tube.disputes')}>
        {tube.disputes.length === 0 ? (
          <p>{t('tube.disputes-none')}</p>
        ) : (
          <Disputes disputes={tube.disputes} />
        )}
      </Section>
    </Page>
  );
}

function Disputes({ disputes }: { disputes: readonly TubeDispute[] }) {
  const t = useText(historyText);
  const language = useLanguage();
  const resolved = useResolutionText();
  const when = (at: number) => whenText(at, language);
  return (
    <ul className="tube-disputes">
      {disputes.map((one) => (
        <li key={`${one.code}${one.raisedAt}`}>
          <strong>{problemText(one, language)}</strong>
          <span>
            {t('dispute.raised')} {when(one.raisedAt)}
          </span>
          <span>
            {one.settledAt === null
              ? t('dispute.open')
              : `${resolved(one.resolution)} · ${one.settledByName ?? t('nobody')} · ${when(one.settledAt)}`}
          </span>
          {one.note ? (
            <span>
              {t('dispute.note')}：{one.note}
            </span>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
