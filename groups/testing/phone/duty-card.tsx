import { PhoneCard } from '#kernel/ui/phone/index.ts';
import { useText } from '#kernel/ui/use-text.ts';
import { cardsText } from '../messages/cards.ts';
import { mark } from '../messages/mark.ts';
import { to } from './paths.ts';
import { useTesting } from './use-round.ts';

/** On the first page, while a round of mine is open. */
export default function DutyCard() {
  const t = useText(cardsText);
  const { testing } = useTesting();
  const open = [...testing.rounds.all()].filter((round) => round.state === 'open');
  if (open.length === 0) return null;
  return (
    <PhoneCard title={t('sample')} mark={mark} to={to.rounds()}>
      <span>{t('rounds', { count: open.length })}</span>
    </PhoneCard>
  );
}
