import { Button } from 'antd';
import { ProblemAlert } from '#kernel/ui/console/index.ts';
import { useMay } from '#kernel/ui/session.ts';
import { useSubmit } from '#kernel/ui/use-submit.ts';
import { useText } from '#kernel/ui/use-text.ts';
import { actions, rules } from '../../contract/access.ts';
import type { MissedPerson } from '../../contract/missed-queries.ts';
import { missedText } from '../../messages/missed.ts';

/** Hands their households to the open round's door list. */
export function DoorButton({ roundId, people }: { roundId: string; people: readonly MissedPerson[] }) {
  const t = useText(missedText);
  const may = useMay(rules, actions.plan);
  const { submit, busy, problems } = useSubmit(t('door.done'));
  const householdIds = [...new Set(people.map((one) => one.householdId))];
  return (
    <div>
      <ProblemAlert problems={problems} />
      <Button
        loading={busy}
        disabled={!may}
        title={may ? '' : t('not-allowed')}
        onClick={() => void submit('testing.place-households', 1, { roundId, householdIds, slotId: null })}
      >
        {t('door', { count: householdIds.length })}
      </Button>
      <p className="print-note">{t('door.lead')}</p>
    </div>
  );
}
