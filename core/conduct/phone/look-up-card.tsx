import { PhoneCard } from '#kernel/ui/phone/index.ts';
import { useText } from '#kernel/ui/use-text.ts';
import { cardsText } from '../messages/cards.ts';
import { conductMark } from '../messages/mark.ts';
import { markText } from '../messages/mark-text.ts';
import { toPhone } from '../paths.ts';
import { CodeFace } from './code-face.tsx';
import { useCodes } from './use-codes.ts';

/** At the end of the first page: the codes, to be looked up at the work. Draws nothing where no group has one. */
export default function LookUpCard() {
  const t = useText(cardsText);
  const title = useText(markText)('conduct');
  const codes = useCodes();
  if (codes.length === 0) return null;
  const [first] = codes.filter(({ mine }) => mine);
  return (
    <PhoneCard
      title={title}
      mark={conductMark}
      to={toPhone.codes()}
      aside={first ? <CodeFace here={first} /> : undefined}
    >
      {first ? null : <span>{t('others')}</span>}
    </PhoneCard>
  );
}
