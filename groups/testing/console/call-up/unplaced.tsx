import { Button, Select } from 'antd';
import { useState } from 'react';
import { ProblemAlert, Section, StateFace } from '#kernel/ui/console/index.ts';
import { useSubmit } from '#kernel/ui/use-submit.ts';
import { useLanguage, useText } from '#kernel/ui/use-text.ts';
import type { CallUpView } from '../../contract/call-up-queries.ts';
import { groupBy } from '../../domain/call-up/batches.ts';
import { isAhead } from '../../domain/call-up/slot-state.ts';
import { callUpText } from '../../messages/call-up.ts';
import { manyCompounds, slotWords } from '../../messages/call-up-words.ts';
import { clock } from './clock.ts';

/** Who came onto the list after the plan was made, building by building: nobody is forgotten. */
export function Unplaced({ view }: { view: CallUpView }) {
  const t = useText(callUpText);
  if (view.unplaced.length === 0) return null;
  const buildings = groupBy(view.unplaced, ({ buildingId }) => buildingId);
  return (
    <Section title={t('unplaced')} aside={<StateFace face="flagged" />}>
      <p className="call-up-note">{t('unplaced-note')}</p>
      <ul className="call-up-unplaced">
        {[...buildings].map(([buildingId, households]) => (
          <UnplacedRow key={buildingId} view={view} households={households} />
        ))}
      </ul>
    </Section>
  );
}

function UnplacedRow({ view, households }: { view: CallUpView; households: CallUpView['unplaced'] }) {
  const t = useText(callUpText);
  const language = useLanguage();
  const { submit, busy, problems } = useSubmit(t('placed'));
  const [first] = households;
  const ahead = view.slots.filter(isAhead);
  const near = ahead.find(({ parts }) => parts.some(({ buildingId }) => buildingId === first?.buildingId));
  const [slotId, setSlot] = useState<string | null>((near ?? ahead[0])?.id ?? null);
  if (!first) return null;
  const many = manyCompounds(view.slots);
  const place = (into: string | null) => {
    const householdIds = households.map(({ householdId }) => householdId);
    const body = { roundId: view.round.id, householdIds, slotId: into };
    void submit('testing.place-households', 1, body);
  };
  return (
    <li>
      <span>
        {t('unplaced-row', {
          place: many ? `${first.compound} ${first.building}` : first.building,
          households: households.length,
          people: households.reduce((sum, { people }) => sum + people, 0),
        })}
      </span>
      <Select<string>
        aria-label={t('unplaced-place')}
        value={slotId}
        showSearch={{ optionFilterProp: 'label' }}
        options={ahead.map((slot) => ({
          value: slot.id,
          label: `${clock(slot.startsAt)} ${slotWords(slot, language, many)}`,
        }))}
        onChange={setSlot}
      />
      <Button disabled={slotId === null} loading={busy} onClick={() => place(slotId)}>
        {t('unplaced-place')}
      </Button>
      <Button loading={busy} onClick={() => place(null)}>
        {t('unplaced-door')}
      </Button>
      <ProblemAlert problems={problems} />
    </li>
  );
}
