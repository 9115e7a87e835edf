import { Button, Checkbox, Input, Select } from 'antd';
import { useState } from 'react';
import { Field } from '#kernel/print/field.tsx';
import { DetailDrawer, ProblemAlert } from '#kernel/ui/console/index.ts';
import { useSubmit } from '#kernel/ui/use-submit.ts';
import { useLanguage, useText } from '#kernel/ui/use-text.ts';
import type { CallUpSlot, CallUpView } from '../../contract/call-up-queries.ts';
import { isAhead } from '../../domain/call-up/slot-state.ts';
import { callUpText } from '../../messages/call-up.ts';
import { manyCompounds, slotWords } from '../../messages/call-up-words.ts';
import { atClock, clock } from './clock.ts';
import { crossSlot, type Draft, stepSlot, timeSlot } from './draft.ts';

interface DrawerProps {
  readonly view: CallUpView;
  readonly slots: readonly CallUpSlot[];
  readonly slot: CallUpSlot;
  readonly onDraft: (draft: Draft) => void;
  readonly onClose: () => void;
}

/** One slot: another time, another place in the order, another site, or none. */
export function SlotDrawer(props: DrawerProps) {
  const t = useText(callUpText);
  const language = useLanguage();
  const { view, slot, onClose } = props;
  return (
    <DetailDrawer title={t('slot.title')} open onClose={onClose}>
      <p>
        <strong>{slotWords(slot, language, manyCompounds(view.slots))}</strong>
      </p>
      <p>
        {clock(slot.startsAt)}–{clock(slot.endsAt)} · {t('people-count', { count: slot.people })}
      </p>
      {isAhead(slot) && view.round.state !== 'closed' ? <Changes {...props} /> : <p>{t('slot.fixed')}</p>}
    </DetailDrawer>
  );
}

/** Minutes by which a line that has grown too long is let off. */
const LATER = [5, 10, 20];

function Changes({ view, slots, slot, onDraft, onClose }: DrawerProps) {
  const t = useText(callUpText);
  const [from, setFrom] = useState(clock(slot.startsAt));
  const [until, setUntil] = useState(clock(slot.endsAt));
  const [following, setFollowing] = useState(true);
  const offer = (draft: Draft | null) => {
    if (draft) onDraft(draft);
  };
  const startsAt = atClock(slot.startsAt, from);
  const endsAt = atClock(slot.endsAt, until);
  const timed =
    startsAt === null || endsAt === null
      ? null
      : timeSlot(view.round.id, slots, slot, { startsAt, endsAt, following });
  const later = (minutes: number) =>
    timeSlot(view.round.id, slots, slot, {
      startsAt: slot.startsAt + minutes * 60_000,
      endsAt: slot.endsAt + minutes * 60_000,
      following: true,
    });
  return (
    <div className="slot-changes">
      {LATER.map((minutes) => (
        <Button key={minutes} onClick={() => offer(later(minutes))}>
          {t('slot.later', { minutes })}
        </Button>
      ))}
      <div className="slot-times">
        <Field label={t('slot.from')}>
          {(id) => (
            <Input id={id} type="time" value={from} onChange={(event) => setFrom(event.target.value)} />
          )}
        </Field>
        <Field label={t('slot.until')}>
          {(id) => (
            <Input id={id} type="time" value={until} onChange={(event) => setUntil(event.target.value)} />
          )}
        </Field>
      </div>
      <Checkbox checked={following} onChange={(event) => setFollowing(event.target.checked)}>
        {t('slot.following')}
      </Checkbox>
      <Button disabled={timed === null} onClick={() => offer(timed)}>
        {t('slot.time')}
      </Button>
      <div className="slot-times">
        <Button onClick={() => offer(stepSlot(view, slots, slot, -1))}>{t('slot.earlier')}</Button>
        <Button onClick={() => offer(stepSlot(view, slots, slot, 1))}>{t('slot.later-one')}</Button>
      </div>
      {view.sites.length > 1 ? (
        <Field label={t('slot.to-site')}>
          {(id) => (
            <Select<string>
              id={id}
              value={slot.siteId}
              options={view.sites.map(({ siteId, name }) => ({ value: siteId, label: name }))}
              onChange={(siteId) => offer(crossSlot(view, slots, slot, siteId))}
            />
          )}
        </Field>
      ) : null}
      <CancelSlot view={view} slot={slot} onClose={onClose} />
    </div>
  );
}

/** Its people are not left out: they go with another slot. */
function CancelSlot({ view, slot, onClose }: Pick<DrawerProps, 'view' | 'slot' | 'onClose'>) {
  const t = useText(callUpText);
  const language = useLanguage();
  const { submit, busy, problems } = useSubmit(t('slot.cancelled'));
  const many = manyCompounds(view.slots);
  const others = view.slots.filter((other) => other.id !== slot.id && isAhead(other));
  const next = others.find((other) => other.siteId === slot.siteId && other.startsAt >= slot.startsAt);
  const [into, setInto] = useState<string | null>((next ?? others[0])?.id ?? null);
  const cancel = async () => {
    if (into === null) return;
    const body = { roundId: view.round.id, slotId: slot.id, intoSlotId: into };
    const answer = await submit('testing.cancel-slot', 1, body);
    if (answer && answer.outcome !== 'refused') onClose();
  };
  return (
    <>
      <Field label={t('slot.into')}>
        {(id) => (
          <Select<string>
            id={id}
            value={into}
            showSearch={{ optionFilterProp: 'label' }}
            options={others.map((other) => ({
              value: other.id,
              label: `${clock(other.startsAt)} ${slotWords(other, language, many)}`,
            }))}
            onChange={setInto}
          />
        )}
      </Field>
      <Button danger loading={busy} disabled={into === null} onClick={() => void cancel()}>
        {t('slot.cancel')}
      </Button>
      <ProblemAlert problems={problems} />
    </>
  );
}
