import { useState } from 'react';
import { shortTube } from '#core/codes/contract.ts';
import { AskSheet, flash, useDispatch } from '#kernel/ui/phone/index.ts';
import { newId } from '#kernel/ui/submit.ts';
import { useText } from '#kernel/ui/use-text.ts';
import { SPOIL_REASONS, type SpoilReason, type Tube } from '../../contract.ts';
import { samplingText } from '../../messages/sampling.ts';
import { ReasonSheet } from '../reason-sheet.tsx';
import type { AtLane } from '../use-round.ts';

/** The whole tube: why, then once more with how many have to come again. */
export function SpoilTube({ at, tube, onDone }: { at: AtLane; tube: Tube; onDone: () => void }) {
  const t = useText(samplingText);
  const dispatch = useDispatch();
  const [why, setWhy] = useState<{ readonly reason: SpoilReason; readonly note: string } | null>(null);
  const spoil = async (said: { readonly reason: SpoilReason; readonly note: string }) => {
    onDone();
    const what = { roundId: at.round.round.id, spoilageId: newId(), tubeId: tube.id, sampleId: null };
    if ((await dispatch('testing.spoil', { ...what, ...said })) !== 'refused')
      flash('done', t('spoil.tube-done'));
  };
  if (!why) {
    return (
      <ReasonSheet
        title={t('spoil.tube-why')}
        reasons={SPOIL_REASONS}
        wordOf={(reason) => t(`spoil.reason.${reason}`)}
        onReason={(reason, note) => setWhy({ reason, note })}
        onClose={onDone}
      />
    );
  }
  return (
    <AskSheet
      title={t('spoil.tube-ask', { code: shortTube(tube.code), count: tube.count })}
      yes={t('spoil.tube')}
      danger
      onYes={() => void spoil(why)}
      onNo={onDone}
    />
  );
}
