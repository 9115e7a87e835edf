import { Checkbox } from 'antd';
import { useCallback, useMemo, useState } from 'react';
import { NumberField } from '#kernel/print/field.tsx';
import { PrintPanel } from '#kernel/print/panel.tsx';
import { useText } from '#kernel/ui/use-text.ts';
import { printText } from '../../messages/print.ts';
import { type DeskBuilding, type DeskPerson, isElder } from './desk-data.ts';
import { elderCards } from './elder-cards.ts';
import { type NameSource, useFullNames } from './full-names.tsx';
import type { PrintFor } from './job.ts';
import { type NamedPerson, namedCards } from './names.ts';
import { usePeopleChoice } from './people-choice.tsx';

export function EldersPanel(props: {
  job: PrintFor;
  buildings: readonly DeskBuilding[];
  people: readonly DeskPerson[] | null;
  /** Of the round, for ages. */
  year: number;
  names: NameSource;
}) {
  const t = useText(printText);
  const { selected, form, empty } = usePeopleChoice(props.people, props.buildings);
  const [age, setAge] = useState(70);
  const [tagged, setTagged] = useState(true);
  const { names, form: namesForm } = useFullNames(props.names);
  const { job, year } = props;
  const cards = useMemo(
    () =>
      namedCards(
        selected
          .filter((p) => isElder(p, { age, tagged }, year))
          .map((p) => ({ ...p, fullName: names?.get(p.residentId) ?? null })),
      ),
    [selected, age, tagged, year, names],
  );
  const make = useCallback((people: readonly NamedPerson[]) => elderCards(job, people), [job]);
  return (
    <PrintPanel items={cards} make={make} previewed={4} empty={empty}>
      {form}
      <NumberField label={t('desk.elders-age')} value={age} min={50} max={110} onChange={setAge} />
      <Checkbox checked={tagged} onChange={(event) => setTagged(event.target.checked)}>
        {t('desk.elders-tagged')}
      </Checkbox>
      {namesForm}
      <p className="print-note">{t('desk.names-full')}</p>
    </PrintPanel>
  );
}
