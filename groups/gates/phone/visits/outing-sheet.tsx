import { BigButton, BottomSheet, flash, useDispatch } from '#kernel/ui/phone/index.ts';
import { newId } from '#kernel/ui/submit.ts';
import { useText } from '#kernel/ui/use-text.ts';
import { visitsText } from '../../messages/visits.ts';
import { useGates } from '../use-gates.ts';
import type { OutLine } from './inside-list.ts';
import { useHere } from './use-here.ts';

/** Somebody who is out, or came home past a gate that did not write it down. */
export function OutingSheet({ line, onClose }: { line: OutLine; onClose: () => void }) {
  const t = useText(visitsText);
  const dispatch = useDispatch();
  const here = useHere();
  const { gates } = useGates();
  const { id: residentId, householdId, building, entrance, room, nameMask } = line.card;
  const gateId = here?.gate.id ?? gates.presence.get(residentId)?.gateId;
  const home = async () => {
    const told = await dispatch('gates.record-passage', {
      ...{ passageId: newId(), gateId, laneId: null, direction: 'in', subject: 'resident' },
      ...{ residentId, householdId, passId: null, visitId: null, photo: null, reason: null },
      ...{ outcome: 'allowed', rule: 'returning', note: t('home.mark') },
    });
    if (told === 'refused') return;
    flash(told, told === 'flagged' ? t('flash.flagged') : t('flash.home'));
    onClose();
  };
  return (
    <BottomSheet title={[building, entrance, room, nameMask].filter(Boolean).join(' ')} onClose={onClose}>
      <p>{t('home.lead')}</p>
      <BigButton onPress={() => void home()}>{t('home.mark')}</BigButton>
    </BottomSheet>
  );
}
