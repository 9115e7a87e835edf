import { useSyncClient } from '#kernel/sync/client/hooks.ts';
import { PhoneCard, ToneBadge } from '#kernel/ui/phone/index.ts';
import { useText } from '#kernel/ui/use-text.ts';
import { cardsText } from '../messages/cards.ts';
import { handoversMark } from '../messages/mark.ts';
import { markText } from '../messages/mark-text.ts';
import { toPhone } from '../paths.ts';
import { usePlaces } from './use-places.ts';
import { useWhere } from './use-where.ts';

/** On the first page while my duty runs: what the last shift left at my place. Leaders find all places behind it. */
export default function HandoverCard() {
  const t = useText(cardsText);
  const title = useText(markText)('handovers');
  const where = useWhere();
  const { actorId } = useSyncClient();
  const places = usePlaces();
  const mine = places.filter((one) => one.mine);
  if (mine.length === 0) {
    return places.length === 0 ? null : (
      <PhoneCard title={title} mark={handoversMark} to={toPhone.places()} />
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
        aside={waits ? <ToneBadge tone="orange" word={t('yours')} /> : undefined}
      >
        {waits ? <span>{t('waiting')}</span> : null}
        <span>
          {open.length > 0 ? t('open', { count: open.length }) : t('nothing')}
          {late > 0 ? ` · ${t('late', { count: late })}` : ''}
        </span>
      </PhoneCard>
    );
  });
}
