import { type Column, DataTable, EmptyFace, Section, StateFace } from '#kernel/ui/console/index.ts';
import { useLanguage, useText } from '#kernel/ui/use-text.ts';
import { whenText } from '#kernel/ui/when.ts';
import type { NoteView } from '../contract/queries.ts';
import { text } from '../messages/index.ts';
import { wordsText } from '../messages/words.ts';

/** The thread of notes, newest first: who left what, who took over. */
export function NotesSection({ place, notes }: { place: string | null; notes: readonly NoteView[] }) {
  const t = useText(text);
  const words = useText(wordsText);
  const language = useLanguage();
  const name = (one: string) => (one === '' ? words('no-place') : one);
  const title = t('notes', { place: place === null ? t('places') : name(place) });
  const taken = ({ takenOver, late }: NoteView): string => {
    if (takenOver === null) return late ? t('notes.late') : t('notes.waiting');
    return t('notes.taken-by', { who: takenOver.byName, when: whenText(takenOver.at, language) });
  };
  const columns: readonly Column<NoteView>[] = [
    { key: 'at', title: t('notes.at'), value: ({ at }) => whenText(at, language) },
    { key: 'place', title: t('place'), value: (one) => name(one.place), filter: true },
    { key: 'by', title: t('notes.by'), value: ({ byName }) => byName },
    {
      key: 'chips',
      title: t('notes.what'),
      value: ({ chips }) => chips.map((chip) => words(`chip.${chip}`)).join(words('between')),
    },
    { key: 'text', title: t('notes.text'), value: (one) => one.text ?? words('no-words') },
    {
      key: 'taken',
      title: t('notes.taken'),
      value: taken,
      draw: (one) => (
        <StateFace face={one.takenOver ? 'done' : one.late ? 'late' : 'pending'} word={taken(one)} />
      ),
    },
  ];
  return (
    <Section title={title}>
      <DataTable
        name="handovers.notes"
        label={title}
        rows={notes}
        columns={columns}
        rowKey={({ id }) => id}
        exportAs={title}
        empty={<EmptyFace title={t('notes.empty')} />}
      />
    </Section>
  );
}
