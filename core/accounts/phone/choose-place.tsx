import { PhoneList, PhonePage, PhoneRow } from '#kernel/ui/phone/index.ts';
import { useText } from '#kernel/ui/use-text.ts';
import type { PlaceView, SessionView } from '../contract/http.ts';
import { phoneText } from '../messages/phone.ts';

/** For those who work in several areas, or in none any more. */
export function ChoosePlace(props: { view: SessionView; onChoose: (place: PlaceView) => void }) {
  const t = useText(phoneText);
  const { places } = props.view;
  if (places.length === 0) {
    return (
      <PhonePage title={t('sign-in')}>
        <p role="status">{t('sign-in.no-place')}</p>
      </PhonePage>
    );
  }
  return (
    <PhonePage title={t('sign-in.choose')}>
      <PhoneList label={t('sign-in.choose')}>
        {places.map((place) => (
          <PhoneRow
            key={place.areaId}
            title={place.areaName}
            detail={t(`role.${place.role}`)}
            onPress={() => props.onChoose(place)}
          />
        ))}
      </PhoneList>
    </PhonePage>
  );
}
