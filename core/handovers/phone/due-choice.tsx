import { PhoneChoice } from '#kernel/ui/phone/index.ts';
import { useText } from '#kernel/ui/use-text.ts';
import { phoneText } from '../messages/phone.ts';

const DUES = ['none', 'shift', 'today'] as const;
export type Due = (typeof DUES)[number];

const HOUR = 3_600_000;

/** When a choice means, by the phone's zone. @param now epoch ms; @returns null: as soon as can be */
export function dueAtOf(due: Due, now: number): number | null {
  if (due === 'none') return null;
  if (due === 'shift') return now + 4 * HOUR;
  return new Date(now).setHours(23, 59, 0, 0);
}

/** By when: three big segments instead of a calendar. */
export function DueChoice({ value, onChange }: { value: Due; onChange: (due: Due) => void }) {
  const t = useText(phoneText);
  return (
    <PhoneChoice<Due>
      label={t('point.due')}
      value={value}
      options={DUES.map((due) => ({ value: due, label: t(`point.due.${due}`) }))}
      onChange={onChange}
    />
  );
}
