import { useGo, useSearchWords } from '#kernel/ui/navigation.tsx';
import { BigButton, SideButton, StateFace } from '#kernel/ui/phone/index.ts';
import { useText } from '#kernel/ui/use-text.ts';
import { callUpPhoneText } from '../../messages/call-up-phone.ts';
import { to } from '../paths.ts';
import type { AtLane } from '../use-round.ts';
import type { Sampling } from '../use-sampling.ts';
import { doorWords } from './door-list.ts';
import { type Member, membersOf } from './members.ts';
import './call-up.css';

/** On the sampling screen when it was opened from a door: that person first, then the others of the household. */
export function DoorStrip({ at, sampling }: { at: AtLane; sampling: Sampling }) {
  const t = useText(callUpPhoneText);
  const go = useGo();
  const { door: doorId, person: chosenId } = useSearchWords();
  const { state, round } = at;
  const door = state.testing.doors.get(doorId ?? '');
  if (!door || door.roundId !== round.round.id) return null;
  const members = membersOf(state, door.roundId, [door.householdId]).get(door.householdId) ?? [];
  const chosen = members.find(({ card, sampled }) => card.id === chosenId && !sampled);
  const others = members.filter((member) => member !== chosen);
  const sample = ({ card }: Member) => void sampling.choose([card], 'door');
  return (
    <section className="called">
      <p className="called-place">
        <span className="called-word">{t('doors')}</span>
        <strong>{doorWords(door, (floor) => t('doors.at', { floor }), true)}</strong>
      </p>
      {chosen ? (
        <BigButton onPress={() => sample(chosen)} disabled={!sampling.inHand}>
          {t('doors.sample')} {chosen.card.nameMask}
        </BigButton>
      ) : null}
      {others.length > 0 ? (
        <ul className="door-people" aria-label={t('doors.household')}>
          {others.map((member) => (
            <li key={member.card.id} className="door-person">
              <span>{member.card.nameMask}</span>
              {member.sampled ? (
                <StateFace
                  face={member.pending ? 'pending' : 'done'}
                  {...(!member.pending && { word: t('doors.sampled') })}
                />
              ) : (
                <SideButton onPress={() => sample(member)} disabled={!sampling.inHand}>
                  {t('doors.sample')}
                </SideButton>
              )}
            </li>
          ))}
        </ul>
      ) : null}
      <SideButton onPress={() => go(to.doors(door.roundId))}>{t('doors.back')}</SideButton>
    </section>
  );
}
