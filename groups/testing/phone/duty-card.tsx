import { PhoneCard } from '#kernel/ui/phone/index.ts';
import { useText } from '#kernel/ui/use-text.ts';
import { mark } from '../messages/mark.ts';
import { phoneText } from '../messages/phone.ts';
import { to } from './paths.ts';
import { useTesting } from './use-round.ts';

/** On the first page, while a round of mine is open. */
export default function DutyCard() {
  const t = useText(phoneText);
  const { testing } = useTesting();
  const open = [...testing.rounds.all()].filter((round) => round.state === 'open');
  if (open.length === 0) return null;
  return (
    <PhoneCard title={t('card.sample')} mark={mark} to={to.rounds()}>
      <span>{t('card.rounds', { count: open.length })}</span>
    </PhoneCard>
  );
}
