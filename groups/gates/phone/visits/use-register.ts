import { useState } from 'react';
import { flash, useDispatch } from '#kernel/ui/phone/index.ts';
import { newId } from '#kernel/ui/submit.ts';
import { useText } from '#kernel/ui/use-text.ts';
import { visitsText } from '../../messages/visits.ts';
import { type Decided, registerBody, type VisitDraft } from './draft.ts';
import type { Here } from './use-here.ts';

/** What was registered last on this phone: shown with a way back, and as a pattern for the next. */
export interface Registered {
  readonly visitId: string;
  readonly passageId: string;
  readonly draft: VisitDraft;
  readonly entered: boolean;
}

export function useRegister({ gate, laneId }: Here) {
  const t = useText(visitsText);
  const dispatch = useDispatch();
  const [last, setLast] = useState<Registered | null>(null);

  /** @returns whether it was kept */
  const register = async (draft: VisitDraft, decided: Decided): Promise<boolean> => {
    const ids = { visitId: newId(), passageId: newId() };
    const body = registerBody(draft, { gateId: gate.id, laneId }, ids, decided);
    if (body === null) return false;
    const told = await dispatch('gates.register-visit', body);
    if (told === 'refused') return false;
    const entered = decided.outcome !== 'refused';
    setLast({ ...ids, draft, entered });
    if (!entered) flash('refused', t('flash.refused'));
    else flash(told, t(told === 'flagged' ? 'flash.flagged' : 'flash.in'));
    return true;
  };

  return { register, last };
}
