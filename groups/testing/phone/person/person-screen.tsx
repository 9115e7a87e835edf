import { EmptyFace, PhonePage } from '#kernel/ui/phone/index.ts';
import type { ScreenProps } from '#kernel/ui/screen.ts';
import { useText } from '#kernel/ui/use-text.ts';
import { mark } from '../../messages/mark.ts';
import { phoneText } from '../../messages/phone.ts';
import { to } from '../paths.ts';
import { useLane } from '../use-round.ts';
import { PersonAt } from './person-at.tsx';

/** Somebody of the list: how he or she stands, what can be done, who lives there too. */
export default function PersonScreen({ params }: ScreenProps) {
  const t = useText(phoneText);
  const at = useLane(params);
  const { roundId = '', laneId = '', residentId = '' } = params;
  const person = at?.round.people.get(residentId);
  if (at && person) return <PersonAt key={residentId} at={at} person={person} />;
  return (
    <PhonePage title={t('person')} mark={mark} back={to.sampling(roundId, laneId)}>
      <EmptyFace title={t('find.nobody')} />
    </PhonePage>
  );
}
