import { PhoneCard } from '#kernel/ui/phone/index.ts';
import { useText } from '#kernel/ui/use-text.ts';
import { cardsText } from '../../messages/cards.ts';
import { mark } from '../../messages/mark.ts';
import { to } from '../paths.ts';
import { useSites } from './use-set-up.ts';

/** On the first page while sites of a round that is not over have a list: how much of it is open. */
export default function SetUpCard() {
  const t = useText(cardsText);
  const sites = useSites();
  if (sites.length === 0) return null;
  const open = sites.reduce((sum, site) => sum + site.open, 0);
  return (
    <PhoneCard title={t('set-up.card')} mark={mark} to={to.setUp()}>
      <span>{open > 0 ? t('set-up.open', { count: open }) : t('set-up.done')}</span>
    </PhoneCard>
  );
}
