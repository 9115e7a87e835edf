import { useState } from 'react';
import {
  AskSheet,
  BigButton,
  EmptyFace,
  flash,
  PhoneList,
  PhonePage,
  PhoneRow,
  StateFace,
  SyncNow,
  useDispatch,
} from '#kernel/ui/phone/index.ts';
import type { ScreenProps } from '#kernel/ui/screen.ts';
import { useNow } from '#kernel/ui/use-now.ts';
import { useLanguage, useText } from '#kernel/ui/use-text.ts';
import type { Slot } from '../../contract.ts';
import { callBoard } from '../../domain/call-up/board.ts';
import { callUpPhoneText } from '../../messages/call-up-phone.ts';
import { manyCompounds, slotWords } from '../../messages/call-up-words.ts';
import { mark } from '../../messages/mark.ts';
import { clock } from '../clock.ts';
import { to } from '../paths.ts';
import { useTesting } from '../use-round.ts';
import { CalledCard } from './called-card.tsx';
import './call-up.css';

/** At the head of the line: who is called now, who is next, and one button. Works without a network all day. */
export default function Calling({ params }: ScreenProps) {
  const t = useText(callUpPhoneText);
  const language = useLanguage();
  const state = useTesting();
  const dispatch = useDispatch();
  const [asked, setAsked] = useState<Slot | null>(null);
  const clockNow = useNow(15_000);
  const { roundId = '', siteId = '' } = params;
  const site = state.testing.sites.get(siteId);
  const slots = state.testing.slots.by('round', roundId);
  const { called, ahead, skipped } = callBoard(slots.filter((slot) => slot.siteId === siteId));
  const compounds = manyCompounds(slots);
  const words = (slot: Slot) => slotWords(slot, language, compounds);
  const [now, ...before] = called;
  const [next, ...later] = ahead;

  const call = async (slot: Slot) => {
    setAsked(null);
    const told = await dispatch('testing.call-slot', { roundId, slotId: slot.id });
    if (told !== 'refused') flash(told, t('calling.pressed'));
  };
  const skip = async (slot: Slot) => {
    const told = await dispatch('testing.skip-slot', { roundId, slotId: slot.id });
    if (told !== 'refused') flash(told, t('calling.skipped'));
  };

  return (
    <PhonePage
      title={t('calling.at', { site: site?.name ?? '' })}
      mark={mark}
      back={to.rounds()}
      field
      aside={<SyncNow />}
      actions={
        next ? (
          <>
            <p className="call-next">
              {clockNow >= next.startsAt ? <StateFace face="late" word={t('calling.late')} /> : null}{' '}
              {t('calling.next', { place: clock(next.startsAt) })} ·{' '}
              {t('calling.people', { count: next.people })}
            </p>
            <BigButton onPress={() => void call(next)}>
              {t('calling.press', { place: words(next) })}
            </BigButton>
          </>
        ) : null
      }
    >
      {slots.length === 0 ? <EmptyFace title={t('calling.none')} next={t('calling.none-next')} /> : null}
      {now ? <CalledCard state={state} slot={now} place={words(now)} onCall={call} onSkip={skip} /> : null}
      {!next && called.length > 0 ? <EmptyFace title={t('calling.all-called')} /> : null}
      {before.length > 0 ? (
        <>
          <h2 className="call-heading">{t('calling.before')}</h2>
          {before.slice(0, 3).map((slot) => (
            <CalledCard
              key={slot.id}
              state={state}
              slot={slot}
              place={words(slot)}
              onCall={call}
              onSkip={skip}
              small
            />
          ))}
        </>
      ) : null}
      <Others title={t('calling.aside')} slots={skipped} words={words} onPress={setAsked} />
      <Others title={t('calling.ahead')} slots={later} words={words} onPress={setAsked} />
      {asked ? (
        <AskSheet
          title={t('calling.jump')}
          yes={t('calling.jump-yes')}
          onYes={() => void call(asked)}
          onNo={() => setAsked(null)}
        >
          <p>{words(asked)}</p>
        </AskSheet>
      ) : null}
    </PhonePage>
  );
}

/** As many as a thumb scrolls through. */
const SHOWN = 12;

function Others(props: {
  title: string;
  slots: readonly Slot[];
  words: (slot: Slot) => string;
  onPress: (slot: Slot) => void;
}) {
  const t = useText(callUpPhoneText);
  const state = useTesting();
  if (props.slots.length === 0) return null;
  return (
    <>
      <h2 className="call-heading">{props.title}</h2>
      <PhoneList label={props.title}>
        {props.slots.slice(0, SHOWN).map((slot) => (
          <PhoneRow
            key={slot.id}
            title={props.words(slot)}
            detail={`${clock(slot.startsAt)} · ${t('calling.people', { count: slot.people })}`}
            aside={state.testing.slots.isChanged(slot.id) ? <StateFace face="pending" /> : null}
            onPress={() => props.onPress(slot)}
          />
        ))}
      </PhoneList>
    </>
  );
}
