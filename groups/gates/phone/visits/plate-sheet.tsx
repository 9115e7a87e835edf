import { useState } from 'react';
import { formatPlate, readPlate } from '#core/codes/contract.ts';
import { useGo } from '#kernel/ui/navigation.tsx';
import { BigButton, BottomSheet, flash, useDispatch } from '#kernel/ui/phone/index.ts';
import { newId } from '#kernel/ui/submit.ts';
import { useText } from '#kernel/ui/use-text.ts';
import { visitsText } from '../../messages/visits.ts';
import { to as gatePaths } from '../paths.ts';
import { passOfPlate } from '../read-pass.ts';
import { platesKnown } from './lines-of.ts';
import { PlatePad } from './plate-pad.tsx';
import type { Here } from './use-here.ts';

/** A vehicle at the gate: inside already, then it leaves; else it comes in, or leaves though nobody here knew of it. */
export function PlateSheet(props: { here: Here; onNew: (plate: string) => void; onClose: () => void }) {
  const { here, onNew, onClose } = props;
  const t = useText(visitsText);
  const dispatch = useDispatch();
  const go = useGo();
  const [plate, setPlate] = useState('');
  const [visit] = here.state.gates.visitRows.by('plate', plate);
  const pass = passOfPlate(here.state, plate);
  const { gate, laneId } = here;
  const isPlate = 'kind' in readPlate(plate);
  const leave = async () => {
    const at = { passageId: newId(), gateId: here.gate.id, laneId: here.laneId };
    const told = await dispatch('gates.end-visit', {
      ...at,
      visitId: visit?.id ?? null,
      plate: visit ? null : plate,
    });
    if (told === 'refused') return;
    flash(told, told === 'flagged' ? t('flash.flagged') : t('flash.left'));
    onClose();
  };
  return (
    <BottomSheet title={t('vehicle')} onClose={onClose}>
      <PlatePad value={plate} onChange={setPlate} known={platesKnown(here.state)} onKnown={setPlate} />
      {pass && laneId !== null ? (
        <BigButton onPress={() => go(gatePaths.byPass(gate.id, laneId, pass.id))}>
          {t('pass.check')}
        </BigButton>
      ) : null}
      {visit ? (
        <BigButton onPress={() => void leave()}>
          {t('leave')} {formatPlate(plate)}
        </BigButton>
      ) : isPlate ? (
        <>
          <BigButton
            tone={pass ? 'plain' : 'main'}
            onPress={() => {
              onNew(plate);
              onClose();
            }}
          >
            {t('come-in')}
          </BigButton>
          <p>{t('leave.unknown')}</p>
          <BigButton tone="plain" onPress={() => void leave()}>
            {t('leave.write')}
          </BigButton>
        </>
      ) : null}
    </BottomSheet>
  );
}
