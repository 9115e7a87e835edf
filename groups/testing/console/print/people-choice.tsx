import { Checkbox, Select } from 'antd';
import { useMemo, useState } from 'react';
import { Field } from '#kernel/print/field.tsx';
import { useText } from '#kernel/ui/use-text.ts';
import { printText } from '../../messages/print.ts';
import type { DeskBuilding, DeskPerson } from './desk-data.ts';

/** Whose cards: chosen buildings, with or without people who are away. */
export function usePeopleChoice(people: readonly DeskPerson[] | null, buildings: readonly DeskBuilding[]) {
  const t = useText(printText);
  const [chosen, setChosen] = useState<string[]>([]);
  const [away, setAway] = useState(false);
  const selected = useMemo(
    () =>
      (people ?? []).filter(
        (p) => (chosen.length === 0 || chosen.includes(p.buildingId)) && (away || !p.away),
      ),
    [people, chosen, away],
  );
  const form = (
    <>
      <Field label={t('desk.buildings')}>
        {(id) => (
          <Select
            id={id}
            mode="multiple"
            allowClear
            optionFilterProp="label"
            placeholder={t('desk.buildings-all')}
            value={chosen}
            onChange={setChosen}
            options={buildings.map((b) => ({ value: b.id, label: b.label }))}
          />
        )}
      </Field>
      <Checkbox checked={away} onChange={(event) => setAway(event.target.checked)}>
        {t('desk.away')}
      </Checkbox>
    </>
  );
  return { selected, form, empty: t(people === null ? 'desk.loading' : 'desk.nobody') };
}
