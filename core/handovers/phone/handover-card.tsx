import { useSyncClient } from '#kernel/sync/client/hooks.ts';
import { PhoneCard, ToneBadge } from '#kernel/ui/phone/index.ts';
import { useText } from '#kernel/ui/use-text.ts';
import { handoversMark } from '../messages/mark.ts';
import { phoneText } from '../messages/phone.ts';
import { toPhone } from '../paths.ts';
import { usePlaces } from './use-places.ts';
import { useWords } from './use-words.ts';

/** On the first page while my duty runs: what the last shift left at my place. Leaders find all places behind it. */
export default function HandoverCard() {
  const t = useText(phoneText);
  const { where } = useWords();
  const { actorId } = useSyncClient();
  const places = usePlaces();
  const mine = places.filter((one) => one.mine);
  if (mine.length === 0) {
    return places.length === 0 ? null : (
      <PhoneCard title={t('title')} mark={handoversMark} to={toPhone.places()} />
    );
  }
  return mine.map(({ group, place, notes, points }) => {
    const open = points.filter((one) => one.open);
    const late = open.filter((one) => one.late).length;
    const [latest] = notes;
    const waits = latest !== undefined && latest.takenOver === null && latest.note.by !== actorId;
    return (
      <PhoneCard
        key={`${group}/${place}`}
        title={t('card', { place: where(place) })}
        mark={handoversMark}
        to={toPhone.place(group, place)}
        aside={waits ? <ToneBadge tone="orange" word={t('waiting')} /> : undefined}
      >
        {waits ? <span>{t('card.waiting')}</span> : null}
        <span>
          {open.length > 0 ? t('card.open', { count: open.length }) : t('card.nothing')}
          {late > 0 ? ` · ${t('card.late', { count: late })}` : ''}
        </span>
      </PhoneCard>
    );
  });
}
