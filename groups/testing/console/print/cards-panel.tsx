import { useCallback, useMemo } from 'react';
import { PrintPanel } from '#kernel/print/panel.tsx';
import { useText } from '#kernel/ui/use-text.ts';
import { printText } from '../../messages/print.ts';
import type { DeskBuilding, DeskPerson } from './desk-data.ts';
import type { PrintFor } from './job.ts';
import { type NamedPerson, namedCards } from './names.ts';
import { usePeopleChoice } from './people-choice.tsx';
import { personCards } from './person-cards.ts';

export function CardsPanel(props: {
  job: PrintFor;
  buildings: readonly DeskBuilding[];
  people: readonly DeskPerson[] | null;
}) {
  const t = useText(printText);
  const { selected, form, empty } = usePeopleChoice(props.people, props.buildings);
  const { job } = props;
  // Named before it is cut for the preview, so that the preview shows the first pages of the print.
  const cards = useMemo(() => namedCards(selected), [selected]);
  const make = useCallback((people: readonly NamedPerson[]) => personCards(job, people), [job]);
  return (
    <PrintPanel items={cards} make={make} previewed={20} empty={empty}>
      {form}
      <p className="print-note">{t('desk.names-masked')}</p>
    </PrintPanel>
  );
}
