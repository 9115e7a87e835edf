import { useGo } from '#kernel/ui/navigation.tsx';
import { ButtonRow, flash, SideButton, StateFace, useDispatch } from '#kernel/ui/phone/index.ts';
import { newId } from '#kernel/ui/submit.ts';
import { useText } from '#kernel/ui/use-text.ts';
import type { DoorStop, DoorVisit } from '../../contract.ts';
import { callUpPhoneText } from '../../messages/call-up-phone.ts';
import { to } from '../paths.ts';
import type { PhoneState } from '../projection.ts';
import type { Member } from './members.ts';

/** The door the team stands at: who is to be sampled there, and what was found. */
export function DoorCard(props: {
  state: PhoneState;
  door: DoorStop;
  members: readonly Member[];
  /** Where it is. */
  words: string;
  laneId: string;
  onLeave: () => void;
}) {
  const t = useText(callUpPhoneText);
  const go = useGo();
  const dispatch = useDispatch();
  const { door, members, laneId } = props;
  const { roundId } = door;

  const visit = async (said: DoorVisit) => {
    if (said === 'nobody') {
      // Each person's own absence, for the missed list; the door's visit, for the walk.
      for (const { card } of members.filter(({ sampled }) => !sampled)) {
        const absent = { refusalId: newId(), residentId: card.id, kind: 'absent', reason: 'no-answer' };
        await dispatch('testing.record-refusal', { roundId, ...absent, note: '' });
      }
    }
    const told = await dispatch('testing.visit-door', { roundId, stopId: door.id, visit: said });
    if (told === 'refused') return;
    flash(told, t(`doors.said-${said}`));
    props.onLeave();
  };

  return (
    <section className="called">
      <p className="called-place">
        <span className="called-word">{t('doors.here')}</span>
        <strong>{props.words}</strong>
      </p>
      <p>{t(`doors.reason.${door.reason}`)}</p>
      {members.length === 0 ? <p>{t('doors.nobody-listed')}</p> : null}
      <ul className="door-people" aria-label={t('doors.here')}>
        {members.map(({ card, sampled, pending }) => (
          <li key={card.id} className="door-person">
            <span>{card.nameMask}</span>
            {sampled ? (
              <StateFace
                face={pending ? 'pending' : 'done'}
                {...(!pending && { word: t('doors.sampled') })}
              />
            ) : (
              <SideButton onPress={() => go(to.atDoor(roundId, laneId, door.id, card.id))}>
                {t('doors.sample')}
              </SideButton>
            )}
          </li>
        ))}
      </ul>
      <ButtonRow>
        <SideButton onPress={() => void visit('nobody')}>{t('doors.nobody')}</SideButton>
        <SideButton onPress={() => void visit('done')}>{t('doors.done')}</SideButton>
      </ButtonRow>
    </section>
  );
}
