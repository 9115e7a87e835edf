import { useLanguage, useText } from '#kernel/ui/use-text.ts';
import type { CallUpSlot } from '../../contract/call-up-queries.ts';
import { isAhead } from '../../domain/call-up/slot-state.ts';
import { callUpText } from '../../messages/call-up.ts';
import { slotWords } from '../../messages/call-up-words.ts';
import { clock } from './clock.ts';
import { SlotFace } from './slot-face.tsx';

/** One slot in its site's column: when, who, how it stands. */
export function SlotRow(props: {
  slot: CallUpSlot;
  compound: boolean;
  open: boolean;
  now: number;
  moved: boolean;
  onOpen: () => void;
  onKey: (event: React.KeyboardEvent) => void;
  onDrag: () => void;
  onDrop: () => void;
}) {
  const t = useText(callUpText);
  const language = useLanguage();
  const { slot } = props;
  const place = slotWords(slot, language, props.compound);
  const ahead = isAhead(slot);
  return (
    <li
      className={props.moved ? 'slot-row slot-moved' : 'slot-row'}
      draggable={ahead}
      onDragStart={props.onDrag}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.stopPropagation();
        props.onDrop();
      }}
    >
      <button type="button" onClick={props.onOpen} onKeyDown={props.onKey}>
        <span className="slot-time">{clock(slot.startsAt)}</span>
        <span className="slot-place">{place}</span>
        <span className="slot-how">
          <SlotFace slot={slot} now={props.now} open={props.open} moved={props.moved} />
        </span>
        <span className="slot-people">
          {slot.lastCallAt === null
            ? t('people-count', { count: slot.people })
            : t('came', { came: slot.came, awaited: slot.awaited })}
          {slot.kind === 'block' && slot.priority > 0
            ? ` · ${t('priority-people', { count: slot.priority })}`
            : ''}
          {slot.escorts > 0 ? ` · ${t('escort-people', { count: slot.escorts })}` : ''}
        </span>
      </button>
    </li>
  );
}
