import { Button } from 'antd';
import { type Column, DataTable, EmptyFace } from '#kernel/ui/console/index.ts';
import { useText } from '#kernel/ui/use-text.ts';
import type { MissedPerson } from '../../contract/missed-queries.ts';
import { missedText } from '../../messages/missed.ts';
import { refusalLine, refusalText } from '../../messages/refusal.ts';
import { useRemarks } from './remarks.ts';

interface Props {
  readonly people: readonly MissedPerson[];
  readonly chosen: readonly string[];
  readonly onChoose: (residentIds: readonly string[]) => void;
  readonly onOpen: (residentId: string) => void;
  readonly onHandle: () => void;
}

/** In walking order: building, floor, room. */
export function MissedPeople({ people, chosen, onChoose, onOpen, onHandle }: Props) {
  const t = useText(missedText);
  const columns = useColumns();
  return (
    <DataTable
      name="testing.missed"
      label={t('table.people')}
      rows={people}
      columns={columns}
      rowKey={(row) => row.residentId}
      onOpen={(row) => onOpen(row.residentId)}
      selection={{
        keys: chosen,
        onChange: onChoose,
        label: (row) => t('select', { person: `${row.room} ${row.name}` }),
      }}
      tools={
        <Button disabled={chosen.length === 0} onClick={onHandle}>
          {t('handle', { count: chosen.length })}
        </Button>
      }
      exportAs={t('table.people')}
      empty={<EmptyFace title={t('none')} />}
    />
  );
}

function useColumns(): readonly Column<MissedPerson>[] {
  const t = useText(missedText);
  const said = useText(refusalText);
  const remarks = useRemarks();
  return [
    {
      key: 'building',
      title: t('building'),
      value: (row) => `${row.compound} ${row.building}`,
      filter: true,
    },
    { key: 'floor', title: t('floor'), align: 'right', value: (row) => row.floor ?? '' },
    { key: 'room', title: t('room'), value: (row) => [row.entrance, row.room].filter(Boolean).join(' ') },
    { key: 'name', title: t('name'), value: (row) => row.name },
    { key: 'tags', title: t('tags'), value: (row) => remarks(row) },
    {
      key: 'reason',
      title: t('reason'),
      value: ({ refusal }) => (refusal === null ? '' : refusalLine(said, refusal)),
      filter: true,
    },
    {
      key: 'calls',
      title: t('calls'),
      value: ({ calls: [last, ...earlier] }) =>
        last ? t('call-count', { count: earlier.length + 1, last: t(`answer.${last.answer}`) }) : '',
      filter: true,
    },
    {
      key: 'follow-up',
      title: t('follow-up'),
      value: ({ followUpId }) => (followUpId === null ? '' : t('follow-up.in')),
      filter: true,
    },
  ];
}
