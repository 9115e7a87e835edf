import { Button } from 'antd';
import { useMemo, useState } from 'react';
import { ProblemAlert, Section } from '#kernel/ui/console/index.ts';
import { useNow } from '#kernel/ui/use-now.ts';
import { useSubmit } from '#kernel/ui/use-submit.ts';
import { useText } from '#kernel/ui/use-text.ts';
import type { CallUpSlot, CallUpView } from '../../contract/call-up-queries.ts';
import { rehearseSlots } from '../../domain/call-up/rehearse-slots.ts';
import { isAhead } from '../../domain/call-up/slot-state.ts';
import { callUpText } from '../../messages/call-up.ts';
import { ChatPanel } from './chat-panel.tsx';
import { DoorsTable } from './doors-table.tsx';
import { type Draft, withDraft } from './draft.ts';
import { SlotColumns } from './slot-columns.tsx';
import { SlotDrawer } from './slot-drawer.tsx';
import { Unplaced } from './unplaced.tsx';
import { WaitLine } from './wait-line.tsx';

const ahead = (slots: readonly CallUpSlot[]): CallUpSlot[] => slots.filter(isAhead);

/** The plan as it stands, live; a change is shown and rehearsed before it is sent. */
export function StandingPlan({ view }: { view: CallUpView }) {
  const t = useText(callUpText);
  const now = useNow(15_000);
  const [draft, setDraft] = useState<Draft | null>(null);
  const [opened, setOpened] = useState<string | null>(null);
  const { submit, busy, problems } = useSubmit(t('changed'));
  const slots = useMemo(() => withDraft(view.slots, draft), [view.slots, draft]);
  const said = useMemo(
    () => rehearseSlots(ahead(view.slots), view.sites, view.basis),
    [view.slots, view.sites, view.basis],
  );
  const changed = useMemo(
    () => (draft ? rehearseSlots(ahead(slots), view.sites, view.basis) : null),
    [draft, slots, view.sites, view.basis],
  );
  const apply = async () => {
    if (!draft) return;
    const answer = await submit(draft.kind, 1, draft.body);
    if (answer && answer.outcome !== 'refused') setDraft(null);
  };
  const slot = slots.find(({ id }) => id === opened) ?? null;
  return (
    <>
      <Unplaced view={view} />
      <div className={draft ? 'call-up-outcome call-up-changing' : 'call-up-outcome'}>
        <WaitLine now={said} changed={changed} limit={view.basis.waitMinutes} />
        {draft ? (
          <p role="status">
            {t('change')}{' '}
            <Button type="primary" loading={busy} onClick={() => void apply()}>
              {t('change-apply')}
            </Button>{' '}
            <Button onClick={() => setDraft(null)}>{t('change-drop')}</Button>
          </p>
        ) : null}
      </div>
      <ProblemAlert problems={problems} />
      <Section title={t('slots')}>
        <p className="call-up-note">{t('slots-note')}</p>
        <SlotColumns
          view={view}
          slots={slots}
          draft={draft}
          now={now}
          onDraft={setDraft}
          onOpen={setOpened}
        />
      </Section>
      <Section title={t('doors')}>
        <DoorsTable doors={view.doors} />
      </Section>
      <ChatPanel view={view} />
      {slot ? (
        <SlotDrawer
          key={slot.id}
          view={view}
          slots={slots}
          slot={slot}
          onDraft={setDraft}
          onClose={() => setOpened(null)}
        />
      ) : null}
    </>
  );
}
