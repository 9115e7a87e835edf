import type { GroupId } from '#core/accounts/contract.ts';
import { type Column, DataTable, FigureLink, Section, StateFace } from '#kernel/ui/console/index.ts';
import { useGo } from '#kernel/ui/navigation.tsx';
import { useLanguage, useText } from '#kernel/ui/use-text.ts';
import { whenText } from '#kernel/ui/when.ts';
import type { NoteView, PointView } from '../contract/queries.ts';
import { text } from '../messages/index.ts';
import { wordsText } from '../messages/words.ts';
import { handoversPaths } from '../paths.ts';
import { type PlaceLine, placeLines } from './places.ts';

/** The group's places, what is late first; a row opens the place's thread. */
export function PlacesSection(props: {
  group: GroupId;
  notes: readonly NoteView[];
  points: readonly PointView[];
}) {
  const t = useText(text);
  const words = useText(wordsText);
  const language = useLanguage();
  const go = useGo();
  const { group } = props;
  const name = (place: string) => (place === '' ? words('no-place') : place);
  const latest = ({ latest: note }: PlaceLine): string => {
    if (note === null) return '—';
    if (note.takenOver !== null) return whenText(note.at, language);
    return `${whenText(note.at, language)} · ${note.late ? t('notes.late') : t('notes.waiting')}`;
  };
  const columns: readonly Column<PlaceLine>[] = [
    { key: 'place', title: t('place'), value: ({ place }) => name(place) },
    {
      key: 'open',
      title: t('places.open'),
      value: ({ open }) => open,
      draw: ({ place, open }) => (
        <FigureLink value={open} label={t('places.open')} to={handoversPaths.at(group, place)} />
      ),
    },
    {
      key: 'late',
      title: t('places.late'),
      value: ({ late }) => late,
      draw: ({ late }) => (late > 0 ? <StateFace face="late" word={String(late)} /> : '0'),
    },
    {
      key: 'latest',
      title: t('places.waiting'),
      value: latest,
      draw: (line) =>
        line.latest?.late ? <StateFace face="late" word={latest(line)} /> : <span>{latest(line)}</span>,
    },
  ];
  return (
    <Section title={t('places')}>
      <DataTable
        name="handovers.places"
        label={t('places')}
        rows={placeLines(props.notes, props.points)}
        columns={columns}
        rowKey={({ place }) => place}
        onOpen={({ place }) => go(handoversPaths.at(group, place))}
      />
    </Section>
  );
}
