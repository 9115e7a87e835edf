import { useState } from 'react';
import { shortTube } from '#core/codes/contract.ts';
import { AskSheet, BottomSheet, flash, ScanField, useDispatch } from '#kernel/ui/phone/index.ts';
import { newId } from '#kernel/ui/submit.ts';
import { useText } from '#kernel/ui/use-text.ts';
import type { Tube } from '../../contract.ts';
import { inRound } from '../../domain/state.ts';
import { samplingText } from '../../messages/sampling.ts';
import type { AtLane } from '../use-round.ts';
import { useReadTube } from './read-tube.ts';

/** Two tubes were taken for each other: the other one is scanned, then both take each other's code. */
export function SwapSheet({ at, tube, onDone }: { at: AtLane; tube: Tube; onDone: () => void }) {
  const t = useText(samplingText);
  const dispatch = useDispatch();
  const readTube = useReadTube(at);
  const [other, setOther] = useState<Tube | null>(null);
  const roundId = at.round.round.id;

  const read = (text: string) => {
    const code = readTube(text);
    if (code === null) return;
    const [found] = at.state.testing.tubes.by('code', inRound(roundId, code));
    if (found) setOther(found);
    else flash('refused', t('tube.not-known'));
  };
  const swap = async (otherTubeId: string) => {
    onDone();
    const body = { what: 'swap', roundId, correctionId: newId(), tubeId: tube.id, otherTubeId, note: '' };
    if ((await dispatch('testing.correct-tube', body)) !== 'refused') flash('done', t('tube.moved'));
  };

  if (!other) {
    return (
      <BottomSheet title={t('tube.scan-other')} onClose={onDone}>
        <ScanField label={t('tube.scan-other')} onCode={read} />
      </BottomSheet>
    );
  }
  const words = {
    from: shortTube(tube.code),
    to: shortTube(other.code),
    fromCount: tube.count,
    toCount: other.count,
  };
  return (
    <AskSheet
      title={t('tube.swap-ask', words)}
      yes={t('tube.swap-yes')}
      onYes={() => void swap(other.id)}
      onNo={() => setOther(null)}
    >
      <p>{t('tube.trace')}</p>
    </AskSheet>
  );
}
