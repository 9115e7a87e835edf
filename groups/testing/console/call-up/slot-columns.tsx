import { Button } from 'antd';
import { useState } from 'react';
import { GoLink } from '#kernel/ui/navigation.tsx';
import { useText } from '#kernel/ui/use-text.ts';
import type { CallUpSlot, CallUpView } from '../../contract/call-up-queries.ts';
import { isAhead } from '../../domain/call-up/slot-state.ts';
import { callUpText } from '../../messages/call-up.ts';
import { manyCompounds } from '../../messages/call-up-words.ts';
import { to } from '../paths.ts';
import { crossSlot, type Draft, moveSlot, stepSlot } from './draft.ts';
import { slotMood } from './slot-face.tsx';
import { SlotRow } from './slot-row.tsx';

interface ColumnsProps {
  readonly view: CallUpView;
  /** As they are shown, a change laid over. */
  readonly slots: readonly CallUpSlot[];
  readonly draft: Draft | null;
  readonly now: number;
  readonly onDraft: (draft: Draft) => void;
  readonly onOpen: (slotId: string) => void;
}

/** Each site's slots in calling order, side by side: dragged, or moved with Alt and an arrow key. */
export function SlotColumns(props: ColumnsProps) {
  const [dragged, setDragged] = useState<string | null>(null);
  return (
    <div className="slot-columns">
      {props.view.sites.map((site, i) => (
        <SiteColumn
          key={site.siteId}
          {...props}
          site={site}
          neighbours={[props.view.sites[i - 1]?.siteId, props.view.sites[i + 1]?.siteId]}
          dragged={dragged}
          setDragged={setDragged}
        />
      ))}
    </div>
  );
}

function SiteColumn(
  props: ColumnsProps & {
    site: CallUpView['sites'][number];
    /** The sites at its left and right. */
    neighbours: readonly [string | undefined, string | undefined];
    dragged: string | null;
    setDragged: (slotId: string | null) => void;
  },
) {
  const t = useText(callUpText);
  const [unfolded, setUnfolded] = useState(false);
  const { view, slots, site, now, dragged, setDragged } = props;
  const open = view.round.state === 'open';
  const own = slots.filter(({ siteId }) => siteId === site.siteId);
  const done = own.filter((slot) => slotMood(slot, now, open).is === 'all');
  const shown = unfolded ? own : own.filter((slot) => !done.includes(slot));
  const moved = new Set(props.draft?.times.map(({ slotId }) => slotId));
  const many = manyCompounds(view.slots);

  const drop = (beforeId: string | null) => {
    const draft = dragged === null ? null : moveSlot(view, slots, dragged, site.siteId, beforeId);
    if (draft) props.onDraft(draft);
    setDragged(null);
  };
  const onKey = (event: React.KeyboardEvent, slot: CallUpSlot) => {
    if (!event.altKey) return;
    const [left, right] = props.neighbours;
    const draft =
      event.key === 'ArrowUp'
        ? stepSlot(view, slots, slot, -1)
        : event.key === 'ArrowDown'
          ? stepSlot(view, slots, slot, 1)
          : event.key === 'ArrowLeft' && left
            ? crossSlot(view, slots, slot, left)
            : event.key === 'ArrowRight' && right
              ? crossSlot(view, slots, slot, right)
              : null;
    if (!draft) return;
    event.preventDefault();
    props.onDraft(draft);
  };

  return (
    <section
      className="slot-column"
      aria-label={site.name}
      onDragOver={(event) => event.preventDefault()}
      onDrop={() => drop(null)}
    >
      <header>
        <h3>{t('site-lanes', { site: site.name, lanes: site.lanes })}</h3>
        <GoLink to={to.bigScreen(view.round.id, site.siteId)}>{t('screen')}</GoLink>
      </header>
      {done.length > 0 ? (
        <Button type="link" size="small" onClick={() => setUnfolded(!unfolded)}>
          {unfolded ? t('done-hide') : t('done-folded', { count: done.length })}
        </Button>
      ) : null}
      <ol>
        {shown.map((slot) => (
          <SlotRow
            key={slot.id}
            slot={slot}
            compound={many}
            open={open}
            now={now}
            moved={moved.has(slot.id) && isAhead(slot)}
            onOpen={() => props.onOpen(slot.id)}
            onKey={(event) => onKey(event, slot)}
            onDrag={() => setDragged(slot.id)}
            onDrop={() => drop(slot.id)}
          />
        ))}
      </ol>
    </section>
  );
}
