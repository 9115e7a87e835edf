import { useCallback, useMemo, useState } from 'react';
import { ChoiceField, NumberField } from '#kernel/print/field.tsx';
import { PrintPanel } from '#kernel/print/panel.tsx';
import { useText } from '#kernel/ui/use-text.ts';
import { printText } from '../../messages/print.ts';
import { type DeskBuilding, type DeskPerson, type DeskRound, lanesOf } from './desk-data.ts';
import type { PrintFor } from './job.ts';
import { namedCards } from './names.ts';
import {
  type BlankPage,
  blankPages,
  blankPaper,
  type ListedPage,
  listedPages,
  listedPaper,
} from './paper-lists.ts';
import { usePeopleChoice } from './people-choice.tsx';

const FORMS = ['listed', 'blank'] as const;
type Form = (typeof FORMS)[number];

interface ListsProps {
  readonly job: PrintFor;
  readonly round: DeskRound;
  readonly buildings: readonly DeskBuilding[];
  readonly people: readonly DeskPerson[] | null;
}

/** Lists for a day when phones fail: with the people of each building on them, or empty for a lane. */
export function ListsPanel(props: ListsProps) {
  const t = useText(printText);
  const [form, setForm] = useState<Form>('listed');
  const choice = (
    <ChoiceField
      label={t('desk.list-form')}
      value={form}
      options={FORMS.map((value) => ({ value, label: t(`paper.${value}`) }))}
      onChange={setForm}
    />
  );
  const Panel = form === 'listed' ? Listed : Blank;
  return <Panel {...props} choice={choice} />;
}

type PanelProps = ListsProps & { readonly choice: React.ReactNode };

function Listed({ job, people, buildings, choice }: PanelProps) {
  const t = useText(printText);
  const { selected, form, empty } = usePeopleChoice(people, buildings);
  const pages = useMemo(() => listedPages(namedCards(selected)), [selected]);
  const make = useCallback((some: readonly ListedPage[]) => listedPaper(job, some), [job]);
  return (
    <PrintPanel items={pages} make={make} previewed={2} empty={empty}>
      {choice}
      {form}
      <p className="print-note">{t('desk.list-back')}</p>
    </PrintPanel>
  );
}

function Blank({ job, round, choice }: PanelProps) {
  const t = useText(printText);
  const [copies, setCopies] = useState(5);
  const pages = useMemo(
    () =>
      blankPages(
        lanesOf(round).map((lane) => lane.where),
        round.poolRatio,
        copies,
      ),
    [round, copies],
  );
  const make = useCallback(
    (some: readonly BlankPage[]) => blankPaper(job, round.poolRatio, some),
    [job, round.poolRatio],
  );
  return (
    <PrintPanel items={pages} make={make} previewed={2}>
      {choice}
      <NumberField label={t('desk.list-copies')} value={copies} min={1} max={50} onChange={setCopies} />
      <p className="print-note">{t('desk.list-back')}</p>
    </PrintPanel>
  );
}
