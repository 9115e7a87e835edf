import { StateFace } from '#kernel/ui/console/index.ts';
import type { Face } from '#kernel/ui/face.tsx';
import { useText } from '#kernel/ui/use-text.ts';
import type { CallUpSlot } from '../../contract/call-up-queries.ts';
import { slotState } from '../../domain/call-up/slot-state.ts';
import { callUpText } from '../../messages/call-up.ts';
import { clock } from './clock.ts';

/** Called so long ago that whoever is missing is looked for, ms after the slot's end. */
const LOOKED_FOR_MS = 15 * 60_000;

export type SlotMood =
  | { readonly is: 'planned' | 'due' | 'all' | 'skipped' | 'ended' }
  | { readonly is: 'called'; readonly at: number }
  | { readonly is: 'short'; readonly count: number };

/** How a slot stands now. @param open whether the round runs: before that nothing is due */
export function slotMood(slot: CallUpSlot, now: number, open: boolean): SlotMood {
  switch (slotState(slot)) {
    case 'ended':
      return { is: 'ended' };
    case 'skipped':
      return { is: 'skipped' };
    case 'planned':
      return { is: open && now >= slot.startsAt ? 'due' : 'planned' };
    case 'called': {
      const count = slot.awaited - slot.came;
      if (count === 0) return { is: 'all' };
      const late = now > Math.max(slot.endsAt, slot.lastCallAt ?? 0) + LOOKED_FOR_MS;
      return late ? { is: 'short', count } : { is: 'called', at: slot.lastCallAt ?? 0 };
    }
  }
}

const FACES: Readonly<Record<SlotMood['is'], Face | null>> = {
  planned: null,
  due: 'late',
  called: 'done',
  short: 'flagged',
  all: 'done',
  skipped: 'flagged',
  ended: 'refused',
};

/** @param moved changed on this screen, and not saved yet */
export function SlotFace(props: { slot: CallUpSlot; now: number; open: boolean; moved: boolean }) {
  const t = useText(callUpText);
  if (props.moved) return <StateFace face="pending" word={t('state.moved')} />;
  const mood = slotMood(props.slot, props.now, props.open);
  const word =
    mood.is === 'called'
      ? t('state.called', { time: clock(mood.at) })
      : mood.is === 'short'
        ? t('state.short', { count: mood.count })
        : t(`state.${mood.is}`);
  const face = FACES[mood.is];
  return face === null ? <span className="slot-waits">{word}</span> : <StateFace face={face} word={word} />;
}
