import { formatPlate } from '#core/codes/contract.ts';
import { BigButton, BottomSheet, flash, useDispatch } from '#kernel/ui/phone/index.ts';
import { newId } from '#kernel/ui/submit.ts';
import { useText } from '#kernel/ui/use-text.ts';
import { visitWords } from '../../messages/visit-words.ts';
import { visitsText } from '../../messages/visits.ts';
import type { VisitLine } from './inside-list.ts';
import { useHere } from './use-here.ts';

const HOUR = 3_600_000;

/** They leave, or stay longer. */
export function VisitSheet({ line, onClose }: { line: VisitLine; onClose: () => void }) {
  const t = useText(visitsText);
  const words = useText(visitWords);
  const dispatch = useDispatch();
  const here = useHere();
  const { visit, place } = line;
  const title = [
    words(`kind.${visit.kind}`),
    place || words('nobody'),
    visit.plate === null ? '' : formatPlate(visit.plate),
  ]
    .filter(Boolean)
    .join(' ');
  const send = async (kind: string, body: unknown, word: string) => {
    const told = await dispatch(kind, body);
    if (told === 'refused') return;
    flash(told, told === 'flagged' ? t('flash.flagged') : word);
    onClose();
  };
  const leave = () =>
    send(
      'gates.end-visit',
      {
        passageId: newId(),
        gateId: here?.gate.id ?? visit.gateId,
        laneId: here?.laneId ?? null,
        visitId: visit.id,
        plate: null,
      },
      t('flash.left'),
    );
  const extend = () => {
    const until = Math.max(Date.now(), visit.expectedUntil) + HOUR;
    return send('gates.extend-visit', { visitId: visit.id, until }, t('flash.extended'));
  };
  return (
    <BottomSheet title={title} onClose={onClose}>
      <BigButton onPress={() => void leave()}>{t('leave')}</BigButton>
      <BigButton tone="plain" onPress={() => void extend()}>
        {t('extend')}
      </BigButton>
    </BottomSheet>
  );
}
