import { Button, Popconfirm } from 'antd';
import { text as peopleText } from '#core/accounts/messages/index.ts';
import { type Column, StateFace } from '#kernel/ui/console/index.ts';
import { useSubmit } from '#kernel/ui/use-submit.ts';
import { useLanguage, useText } from '#kernel/ui/use-text.ts';
import { whenText } from '#kernel/ui/when.ts';
import type { DutyRow } from '../contract.ts';
import { text } from '../messages/index.ts';

type State = 'coming' | 'now' | 'over' | 'ended';

export function dutyState(duty: Pick<DutyRow, 'from' | 'until' | 'endedAt'>, now: number): State {
  if (duty.endedAt !== null) return 'ended';
  if (now < duty.from) return 'coming';
  return now < duty.until ? 'now' : 'over';
}

const FACES = { coming: 'pending', now: 'done', over: 'late', ended: 'refused' } as const;

export function useDutyColumns(mayEnd: boolean): readonly Column<DutyRow>[] {
  const t = useText(text);
  const p = useText(peopleText);
  const language = useLanguage();
  const now = Date.now();
  const state = (duty: DutyRow) => t(`duties.${dutyState(duty, now)}`);
  return [
    { key: 'name', title: t('duties.name'), value: (duty) => duty.memberName },
    { key: 'group', title: t('duties.group'), value: (duty) => p(`group.${duty.group}`), filter: true },
    { key: 'place', title: t('duties.place'), value: (duty) => duty.place ?? '—' },
    { key: 'from', title: t('duties.from'), value: (duty) => whenText(duty.from, language) },
    { key: 'until', title: t('duties.until'), value: (duty) => whenText(duty.until, language) },
    {
      key: 'state',
      title: t('duties.state'),
      value: state,
      draw: (duty) => <StateFace face={FACES[dutyState(duty, now)]} word={state(duty)} />,
      filter: true,
    },
    {
      key: 'end',
      title: t('duties.end'),
      value: () => null,
      draw: (duty) =>
        ['coming', 'now'].includes(dutyState(duty, now)) ? <End duty={duty} may={mayEnd} /> : null,
    },
  ];
}

function End({ duty, may }: { duty: DutyRow; may: boolean }) {
  const t = useText(text);
  const { submit, busy } = useSubmit(t('duties.end-done'));
  return (
    <Popconfirm
      title={t('duties.end')}
      description={t('duties.end-ask', { name: duty.memberName })}
      okText={t('duties.end-yes')}
      cancelText={t('duties.end-no')}
      onConfirm={async () => {
        await submit('roster.end-duty', 1, { dutyId: duty.id });
      }}
    >
      <Button size="small" loading={busy} disabled={!may} title={may ? '' : t('duties.not-allowed')}>
        {t('duties.end')}
      </Button>
    </Popconfirm>
  );
}
