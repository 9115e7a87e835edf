import { Button } from 'antd';
import { useState } from 'react';
import { ChoiceField } from '#kernel/print/field.tsx';
import { ProblemAlert } from '#kernel/ui/console/index.ts';
import { useMay } from '#kernel/ui/session.ts';
import { useText } from '#kernel/ui/use-text.ts';
import { actions, rules } from '../../contract/access.ts';
import type { PlanPerson } from '../../contract/plan-queries.ts';
import { EXCUSES, type Excuse, type ExpectedStatus } from '../../contract/rows.ts';
import { consoleText } from '../../messages/console.ts';
import { planText } from '../../messages/plan.ts';
import { useMark } from './use-mark.ts';

const STATUSES = ['exempt', 'away', 'expected'] as const;

/** Changes what is said of the selected people: one word for all, or each the round before's own. */
export function MarkBar(props: {
  roundId: string;
  chosen: readonly PlanPerson[];
  closed: boolean;
  onDone: () => void;
}) {
  const t = useText(planText);
  const of = useText(consoleText);
  const may = useMay(rules, actions.plan);
  const { mark, busy, problems } = useMark(props.roundId);
  const [status, setStatus] = useState<ExpectedStatus>('exempt');
  const [reason, setReason] = useState<Excuse>('medical');
  const { chosen, closed, onDone } = props;
  const proposed = chosen.filter((row) => row.earlier !== null);
  const why = may ? '' : of('not-allowed');

  const all = async () => {
    const said = status === 'expected' ? { status } : { status, reason };
    if (await mark(chosen.map(({ residentId }) => ({ residentId, said })))) onDone();
  };
  const earlier = async () => {
    const marks = proposed.flatMap(({ residentId, earlier: said }) =>
      said === null ? [] : [{ residentId, said }],
    );
    if (await mark(marks)) onDone();
  };

  return (
    <>
      <div className="plan-mark">
        <span role="status">{t('selected', { count: chosen.length })}</span>
        <ChoiceField
          label={t('mark-as')}
          value={status}
          options={STATUSES.map((value) => ({ value, label: t(`status.${value}`) }))}
          onChange={setStatus}
        />
        {status === 'expected' ? null : (
          <ChoiceField
            label={t('mark-reason')}
            value={reason}
            options={EXCUSES.map((value) => ({ value, label: of(`excuse.${value}`) }))}
            onChange={setReason}
          />
        )}
        <Button
          type="primary"
          loading={busy}
          disabled={!may || closed || chosen.length === 0}
          title={why}
          onClick={() => void all()}
        >
          {t('mark')}
        </Button>
        <Button
          loading={busy}
          disabled={!may || closed || proposed.length === 0}
          title={proposed.length === 0 ? t('take-none') : why}
          onClick={() => void earlier()}
        >
          {t('take-earlier')}
        </Button>
      </div>
      <ProblemAlert problems={problems} />
    </>
  );
}
