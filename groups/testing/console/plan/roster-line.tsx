import { useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { rosterPaths, type rosterQueries } from '#core/roster/contract.ts';
import { Field } from '#kernel/print/field.tsx';
import { StateFace } from '#kernel/ui/console/index.ts';
import { useGo } from '#kernel/ui/navigation.tsx';
import { moduleClient } from '#kernel/ui/query.ts';
import { useText } from '#kernel/ui/use-text.ts';
import { fromLocalInput, toLocalInput } from '#kernel/ui/when.ts';
import { planText } from '../../messages/plan.ts';

const roster = moduleClient<typeof rosterQueries>('roster');
const DAY = 86_400_000;

/** Who has testing duty on the day, beside what the sites as planned take. @param needed hands */
export function RosterLine({ needed }: { needed: number }) {
  const t = useText(planText);
  const go = useGo();
  const [day, setDay] = useState(() => toLocalInput(Date.now()).slice(0, 10));
  const from = fromLocalInput(`${day}T00:00`);
  const input = { from: from ?? 0, until: (from ?? 0) + DAY, group: 'testing' as const };
  const { data } = useQuery({
    ...roster.query.duties.queryOptions({ input }),
    enabled: from !== null,
  });
  const members = new Set(data?.duties.filter((duty) => duty.endedAt === null).map((duty) => duty.memberId));
  const short = Math.max(0, needed - members.size);
  return (
    <div className="plan-roster">
      <Field label={t('roster-day')}>
        {(id) => <Input id={id} type="date" value={day} onChange={(event) => setDay(event.target.value)} />}
      </Field>
      {data ? (
        <StateFace
          face={short > 0 ? 'flagged' : 'done'}
          word={
            short > 0
              ? t('roster-short', { count: members.size, needed, short })
              : t('roster-enough', { count: members.size })
          }
        />
      ) : null}
      <Button onClick={() => go(rosterPaths.duties)}>{t('roster-go')}</Button>
    </div>
  );
}
