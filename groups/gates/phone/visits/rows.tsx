import { formatPlate } from '#core/codes/contract.ts';
import { PhoneRow, StateFace } from '#kernel/ui/phone/index.ts';
import { useLanguage, useText } from '#kernel/ui/use-text.ts';
import { whenText } from '#kernel/ui/when.ts';
import { spanText } from '../../messages/span-text.ts';
import { visitWords } from '../../messages/visit-words.ts';
import { visitsText } from '../../messages/visits.ts';
import type { OutLine, VisitLine } from './inside-list.ts';

/** `快递外卖 3号 402`, beneath it plate, name, since when; late and pending with a shape and a word. */
export function VisitRow({ line, onPress }: { line: VisitLine; onPress: () => void }) {
  const t = useText(visitsText);
  const words = useText(visitWords);
  const language = useLanguage();
  const { visit, place } = line;
  const { kind, people, plate, name, phoneTail, enteredAt } = visit;
  const detail = [
    plate === null ? null : formatPlate(plate),
    people > 1 ? words('together', { count: people }) : null,
    name,
    phoneTail,
    t('since.in', { time: whenText(enteredAt, language) }),
  ];
  return (
    <PhoneRow
      title={`${words(`kind.${kind}`)} ${place || words('nobody')}`}
      detail={detail.filter((part) => part !== null).join(' · ')}
      aside={<Aside line={line} />}
      onPress={onPress}
    />
  );
}

export function OutRow({ line, onPress }: { line: OutLine; onPress: () => void }) {
  const t = useText(visitsText);
  const language = useLanguage();
  const { building, entrance, room, nameMask } = line.card;
  return (
    <PhoneRow
      title={[building, entrance, room, nameMask].filter(Boolean).join(' ')}
      detail={t('since.out', { time: whenText(line.since, language) })}
      aside={<Aside line={line} />}
      onPress={onPress}
    />
  );
}

function Aside({ line: { over, pending } }: { line: Pick<VisitLine, 'over' | 'pending'> }) {
  const t = useText(visitsText);
  const words = useText(visitWords);
  if (over !== null) return <StateFace face="late" word={t('late-by', { time: spanText(words, over) })} />;
  return pending ? <StateFace face="pending" word={t('pending')} /> : null;
}
