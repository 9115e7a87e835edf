import { useState } from 'react';
import {
  BigNumber,
  BottomSheet,
  ButtonRow,
  PhoneList,
  PhoneRow,
  Progress,
  SideButton,
  StateFace,
} from '#kernel/ui/phone/index.ts';
import { useText } from '#kernel/ui/use-text.ts';
import type { Slot } from '../../contract.ts';
import { callUpPhoneText } from '../../messages/call-up-phone.ts';
import { clock } from '../clock.ts';
import { personLine } from '../person-line.ts';
import type { PhoneState } from '../projection.ts';
import { type Member, membersOf } from './members.ts';

/** A slot that was called: how many have come, who has not, call again or set aside. */
export function CalledCard(props: {
  state: PhoneState;
  slot: Slot;
  place: string;
  onCall: (slot: Slot) => Promise<void>;
  onSkip: (slot: Slot) => Promise<void>;
  /** Called before the present one: a line and its buttons. */
  small?: boolean;
}) {
  const t = useText(callUpPhoneText);
  const [listed, setListed] = useState(false);
  const { state, slot } = props;
  const members = [...membersOf(state, slot.roundId, slot.householdIds).values()].flat();
  const missing = members.filter(({ sampled }) => !sampled);
  const came = members.length - missing.length;
  const pending = state.testing.slots.isChanged(slot.id);
  return (
    <section className={props.small ? 'called called-small' : 'called'}>
      <p className="called-place">
        {props.small ? null : <span className="called-word">{t('calling.now')}</span>}
        <strong>{props.place}</strong>
      </p>
      <p>
        <StateFace
          face={pending ? 'pending' : 'done'}
          {...(pending || slot.lastCallAt === null
            ? {}
            : { word: t('calling.last-call', { time: clock(slot.lastCallAt) }) })}
        />{' '}
        {slot.calls > 1 ? t('calling.calls', { calls: slot.calls }) : null}
      </p>
      {props.small ? (
        <p>
          {came} / {members.length}
        </p>
      ) : (
        <>
          {slot.kind === 'block' && slot.priority > 0 ? (
            <p>{t('calling.priority', { count: slot.priority })}</p>
          ) : null}
          {slot.escorts > 0 ? <p>{t('calling.escorts', { count: slot.escorts })}</p> : null}
          <BigNumber value={came} of={members.length} label={t('calling.here')} />
          <Progress value={came} max={members.length} label={t('calling.here')} />
        </>
      )}
      <ButtonRow>
        {missing.length > 0 ? (
          <SideButton onPress={() => setListed(true)}>
            {t('calling.missing', { count: missing.length })}
          </SideButton>
        ) : (
          <p>{t('calling.all-here')}</p>
        )}
        <SideButton onPress={() => void props.onCall(slot)}>{t('calling.again')}</SideButton>
        <SideButton onPress={() => void props.onSkip(slot)}>{t('calling.skip')}</SideButton>
      </ButtonRow>
      {listed ? <MissingSheet missing={missing} onClose={() => setListed(false)} /> : null}
    </section>
  );
}

function MissingSheet({ missing, onClose }: { missing: readonly Member[]; onClose: () => void }) {
  const t = useText(callUpPhoneText);
  return (
    <BottomSheet title={t('calling.missing-title')} onClose={onClose}>
      <PhoneList label={t('calling.missing-title')}>
        {missing.map(({ card }) => (
          <PhoneRow key={card.id} title={personLine(card)} />
        ))}
      </PhoneList>
    </BottomSheet>
  );
}
