import { Button, Popconfirm } from 'antd';
import { useMay } from '#kernel/ui/session.ts';
import { newId } from '#kernel/ui/submit.ts';
import { useSubmit } from '#kernel/ui/use-submit.ts';
import { useText } from '#kernel/ui/use-text.ts';
import { actions, rules } from '../../contract/access.ts';
import type { Summary } from '../../contract/handover-queries.ts';
import type { RoundHead } from '../../contract/queries.ts';
import { SIGNS_AS } from '../../contract/reconcile-rows.ts';
import { handoverText } from '../../messages/handover.ts';
import { signaturesNow } from './state.ts';

/** Two places, two people; the server sees to it that they are two, and that the figures are those on the page. */
export function SignButtons({ round, summary }: { round: RoundHead; summary: Summary }) {
  const t = useText(handoverText);
  const may = useMay(rules, actions.close);
  const { submit, busy } = useSubmit(t('summary.sign-done'));
  const closed = round.state === 'closed';
  const why = closed ? (may ? '' : t('leader-only')) : t('summary.open');
  const free = SIGNS_AS.filter((as) => !signaturesNow(summary).some(({ signsAs }) => signsAs === as));
  return free.map((signsAs) => (
    <Popconfirm
      key={signsAs}
      title={t(`summary.sign-${signsAs}`)}
      description={t('summary.sign-ask')}
      okText={t(`summary.sign-${signsAs}`)}
      disabled={!may || !closed}
      onConfirm={() =>
        submit('testing.sign-summary', 1, {
          ...{ roundId: round.id, signatureId: newId(), hash: summary.hash, signsAs },
        })
      }
    >
      <Button type="primary" loading={busy} disabled={!may || !closed} title={why}>
        {t(`summary.sign-${signsAs}`)}
      </Button>
    </Popconfirm>
  ));
}
