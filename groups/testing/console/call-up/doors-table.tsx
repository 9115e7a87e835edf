import { type Column, DataTable, EmptyFace, StateFace } from '#kernel/ui/console/index.ts';
import { useText } from '#kernel/ui/use-text.ts';
import type { CallUpDoor } from '../../contract/call-up-queries.ts';
import { callUpText } from '../../messages/call-up.ts';

type DoorMood = 'left' | 'done' | 'nobody';

const moodOf = ({ visit, came, people }: CallUpDoor): DoorMood =>
  visit === 'done' || came >= people ? 'done' : (visit ?? 'left');

/** The doors of each team in walking order, without a name. */
export function DoorsTable({ doors }: { doors: readonly CallUpDoor[] }) {
  const t = useText(callUpText);
  const place = ({ compound, building, entrance, floor, room }: CallUpDoor) =>
    [compound, building, entrance, floor === null ? null : t('doors.floor', { floor }), room]
      .filter((word) => word !== null)
      .join(' ');
  const columns: readonly Column<CallUpDoor>[] = [
    {
      key: 'team',
      title: t('doors.team'),
      value: ({ team }) => t('doors.team-name', { team }),
      filter: true,
    },
    { key: 'order', title: t('doors.order'), align: 'right', value: ({ sort }) => sort + 1 },
    { key: 'place', title: t('doors.place'), value: place },
    {
      key: 'reason',
      title: t('doors.reason'),
      value: ({ reason }) => t(`doors.reason.${reason}`),
      filter: true,
    },
    {
      key: 'people',
      title: t('doors.people'),
      align: 'right',
      value: ({ people }) => people,
      draw: ({ came, people }) => `${came} / ${people}`,
    },
    {
      key: 'state',
      title: t('doors.state'),
      value: (door) => t(`doors.${moodOf(door)}`),
      draw: (door) => {
        const mood = moodOf(door);
        return mood === 'left' ? (
          t('doors.left')
        ) : (
          <StateFace face={mood === 'done' ? 'done' : 'flagged'} word={t(`doors.${mood}`)} />
        );
      },
      filter: true,
    },
  ];
  return (
    <DataTable
      name="testing.doors"
      label={t('doors')}
      rows={doors}
      columns={columns}
      rowKey={({ id }) => id}
      exportAs={t('doors')}
      empty={<EmptyFace title={t('doors-none')} />}
    />
  );
}
