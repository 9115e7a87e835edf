import { useState } from 'react';
import { BigButton, BottomSheet, flash, PhoneChoice, useDispatch } from '#kernel/ui/phone/index.ts';
import { newId } from '#kernel/ui/submit.ts';
import { useText } from '#kernel/ui/use-text.ts';
import { CALL_ANSWERS, CALL_WAYS, type CallAnswer, type CallWay } from '../../contract.ts';
import { missedText } from '../../messages/missed.ts';
import type { ListedCard } from '../people-list.ts';
import { personLine } from '../person-line.ts';

/** Knocked or called: what was answered. */
export function CallSheet(props: { roundId: string; person: ListedCard; onClose: () => void }) {
  const { roundId, person, onClose } = props;
  const t = useText(missedText);
  const dispatch = useDispatch();
  const [way, setWay] = useState<CallWay>('door');
  const [answer, setAnswer] = useState<CallAnswer | null>(null);
  const save = async () => {
    if (answer === null) return;
    const body = { roundId, callId: newId(), residentId: person.id, way, answer, note: '' };
    if ((await dispatch('testing.call-again', body)) === 'refused') return;
    flash('done', t('call.done'));
    onClose();
  };
  return (
    <BottomSheet title={personLine(person)} onClose={onClose}>
      <PhoneChoice
        label={t('call.way')}
        value={way}
        options={CALL_WAYS.map((value) => ({ value, label: t(`way.${value}`) }))}
        onChange={setWay}
      />
      <PhoneChoice
        label={t('phone.call')}
        value={answer}
        options={CALL_ANSWERS.map((value) => ({ value, label: t(`answer.${value}`) }))}
        onChange={setAnswer}
      />
      <BigButton disabled={answer === null} onPress={() => void save()}>
        {t('call.save')}
      </BigButton>
    </BottomSheet>
  );
}
