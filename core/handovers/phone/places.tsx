import { useGo } from '#kernel/ui/navigation.tsx';
import { EmptyFace, PhoneList, PhonePage, PhoneRow } from '#kernel/ui/phone/index.ts';
import { useText } from '#kernel/ui/use-text.ts';
import { cardsText } from '../messages/cards.ts';
import { handoversMark } from '../messages/mark.ts';
import { phoneText } from '../messages/phone.ts';
import { toPhone } from '../paths.ts';
import type { PlaceHere } from './places-here.ts';
import { usePlaces } from './use-places.ts';
import { useWhere } from './use-where.ts';

/** The places of my groups: mine first. */
export default function Places() {
  const t = useText(phoneText);
  const places = usePlaces();
  return (
    <PhonePage title={t('title')} mark={handoversMark} back="/">
      {places.length === 0 ? <EmptyFace title={t('places.empty')} next={t('places.empty-next')} /> : null}
      <Part title={t('places.mine')} places={places.filter(({ mine }) => mine)} />
      <Part title={t('places.others')} places={places.filter(({ mine }) => !mine)} />
    </PhonePage>
  );
}

function Part({ title, places }: { title: string; places: readonly PlaceHere[] }) {
  const card = useText(cardsText);
  const where = useWhere();
  const go = useGo();
  if (places.length === 0) return null;
  return (
    <section>
      <h2>{title}</h2>
      <PhoneList label={title}>
        {places.map(({ group, place, points }) => {
          const open = points.filter((one) => one.open).length;
          return (
            <PhoneRow
              key={`${group}/${place}`}
              title={where(place)}
              detail={open > 0 ? card('open', { count: open }) : card('nothing')}
              onPress={() => go(toPhone.place(group, place))}
            />
          );
        })}
      </PhoneList>
    </section>
  );
}
