import { PhoneCard } from '#kernel/ui/phone/index.ts';
import { useNow } from '#kernel/ui/use-now.ts';
import { useLanguage, useText } from '#kernel/ui/use-text.ts';
import { whenText } from '#kernel/ui/when.ts';
import { mark } from '../messages/mark.ts';
import { phoneText } from '../messages/phone.ts';
import { MINE_PATH } from './paths.ts';
import { useMine } from './use-mine.ts';

/** On the first page of whoever has a pass. */
export default function MyPassCard() {
  const t = useText(phoneText);
  const language = useLanguage();
  const [pass] = useMine(useNow(60_000));
  if (!pass) return null;
  return (
    <PhoneCard title={t('mine')} mark={mark} to={MINE_PATH}>
      <span>{t('until', { until: whenText(pass.validUntil - 1, language) })}</span>
    </PhoneCard>
  );
}
