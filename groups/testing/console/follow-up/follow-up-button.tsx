import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { DetailDrawer, ErrorFace, LoadingFace, ProblemAlert } from '#kernel/ui/console/index.ts';
import { useGo } from '#kernel/ui/navigation.tsx';
import { useMay } from '#kernel/ui/session.ts';
import { newId } from '#kernel/ui/submit.ts';
import { useSubmit } from '#kernel/ui/use-submit.ts';
import { useText } from '#kernel/ui/use-text.ts';
import { actions, rules } from '../../contract/access.ts';
import type { FollowUpPurpose } from '../../contract/follow-up-rows.ts';
import { missedText } from '../../messages/missed.ts';
import { testing } from '../client.ts';
import { to } from '../paths.ts';
import { FollowUpForm } from './follow-up-form.tsx';
import { type FollowUpFields, followUpPlan } from './plan.ts';
import './follow-up.css';

interface Props {
  readonly ofRoundId: string;
  readonly purpose: FollowUpPurpose;
  /** Who is in none yet. */
  readonly residentIds: readonly string[];
}

/** Makes a round of exactly these people and opens it, or adds them to the one that stands. */
export function FollowUpButton(props: Props) {
  const t = useText(missedText);
  const may = useMay(rules, actions.plan);
  const [open, setOpen] = useState(false);
  const { purpose, residentIds } = props;
  const nobody = residentIds.length === 0;
  return (
    <>
      <Button
        type="primary"
        disabled={!may || nobody}
        title={may ? (nobody ? t('make.nobody') : '') : t('not-allowed')}
        onClick={() => setOpen(true)}
      >
        {t(`make.${purpose}`)}
      </Button>
      <DetailDrawer title={t(`make.title.${purpose}`)} open={open} onClose={() => setOpen(false)}>
        <Making {...props} onDone={() => setOpen(false)} />
      </DetailDrawer>
    </>
  );
}

function Making({ ofRoundId, purpose, residentIds, onDone }: Props & { onDone: () => void }) {
  const t = useText(missedText);
  const go = useGo();
  const input = { roundId: ofRoundId };
  const plan = useQuery(testing.query.plan.queryOptions({ input }));
  const made = useQuery(testing.query.followUps.queryOptions({ input }));
  const { submit, busy, problems } = useSubmit(t('make.done'));
  const failed = plan.error ?? made.error;
  if (failed) return <ErrorFace error={failed} />;
  if (!plan.data || !made.data) return <LoadingFace />;
  const origin = plan.data;
  const standing = made.data.rounds.find((round) => round.purpose === purpose && round.state !== 'closed');
  const about = { ofRoundId, purpose, residentIds };

  const make = async (fields: FollowUpFields) => {
    const roundId = newId();
    const words = { door: t('make.site-door'), team: (number: number) => t('make.team', { number }) };
    const body = { roundId, ...about, plan: followUpPlan(purpose, origin, fields, newId, words) };
    if ((await submit('testing.follow-up', 1, body))?.first !== 'done') return;
    if ((await submit('testing.open-round', 1, { roundId }))?.first === 'done') go(to.round(roundId));
  };
  const add = async (roundId: string) => {
    const answer = await submit('testing.follow-up', 1, { roundId, ...about, plan: null });
    if (answer?.first === 'done') onDone();
  };

  return (
    <div className="follow-up">
      <p>{t(`make.lead.${purpose}`, { count: residentIds.length })}</p>
      {standing ? (
        <Button type="primary" loading={busy} onClick={() => void add(standing.roundId)}>
          {t('make.add', { name: standing.name, count: residentIds.length })}
        </Button>
      ) : null}
      <FollowUpForm
        name={t(`make.name-default.${purpose}`, { name: origin.round.name }).slice(0, 40)}
        sites={origin.sites}
        count={residentIds.length}
        busy={busy}
        onMake={(fields) => void make(fields)}
      />
      <ProblemAlert problems={problems} />
    </div>
  );
}
