import { Button, Input, Popconfirm } from 'antd';
import { useState } from 'react';
import {
  type Column,
  DataTable,
  EmptyFace,
  Section,
  StateFace,
  ToneBadge,
} from '#kernel/ui/console/index.ts';
import { newId } from '#kernel/ui/submit.ts';
import { useSubmit } from '#kernel/ui/use-submit.ts';
import { useLanguage, useText } from '#kernel/ui/use-text.ts';
import { whenText } from '#kernel/ui/when.ts';
import type { PointView } from '../contract/queries.ts';
import { text } from '../messages/index.ts';
import { wordsText } from '../messages/words.ts';

/** What is not finished, or what was done; the desk may close a point or open it again. */
export function PointsSection(props: { place: string | null; points: readonly PointView[]; done?: boolean }) {
  const t = useText(text);
  const words = useText(wordsText);
  const language = useLanguage();
  const { place, points, done = false } = props;
  if (done && points.length === 0) return null;
  const name = (one: string) => (one === '' ? words('no-place') : one);
  const where = place === null ? t('places') : name(place);
  const stateWord = ({ late }: PointView) =>
    done ? t('points.is-done') : late ? t('points.is-late') : t('points.open');
  const last = ({ deeds }: PointView) => deeds.at(-1);
  const columns: readonly Column<PointView>[] = [
    { key: 'text', title: t('points.text'), value: (one) => one.text ?? words('no-words') },
    { key: 'place', title: t('place'), value: (one) => name(one.place), filter: true },
    { key: 'since', title: t('points.since'), value: (one) => whenText(one.at, language) },
    { key: 'by', title: t('points.by'), value: (one) => one.byName },
    {
      key: 'due',
      title: t('points.due'),
      value: ({ dueAt }) => (dueAt === null ? t('points.soon') : whenText(dueAt, language)),
    },
    {
      key: 'state',
      title: t('points.state'),
      value: stateWord,
      draw: (one) =>
        done || one.late ? (
          <StateFace face={done ? 'done' : 'late'} word={stateWord(one)} />
        ) : (
          <ToneBadge tone="orange" word={stateWord(one)} />
        ),
    },
    {
      key: 'how',
      title: t('points.how'),
      value: (one) => {
        const deed = last(one);
        if (deed === undefined) return '';
        return `${deed.byName} ${whenText(deed.at, language)} ${deed.note ?? words('no-words')}`.trim();
      },
    },
    {
      key: 'mark',
      title: done ? t('points.reopen') : t('points.close'),
      value: () => null,
      draw: (one) => <Mark point={one} what={done ? 'reopened' : 'done'} />,
    },
  ];
  const title = done ? t('points.done', { place: where }) : t('points', { place: where });
  return (
    <Section title={title}>
      <DataTable
        name={done ? 'handovers.done' : 'handovers.points'}
        label={title}
        rows={points}
        columns={columns}
        rowKey={({ id }) => id}
        exportAs={title}
        empty={<EmptyFace title={t('points.empty')} />}
      />
    </Section>
  );
}

function Mark({ point, what }: { point: PointView; what: 'done' | 'reopened' }) {
  const t = useText(text);
  const { submit, busy } = useSubmit(t('mark.done'));
  const [note, setNote] = useState('');
  const verb = what === 'done' ? t('points.close') : t('points.reopen');
  return (
    <Popconfirm
      title={verb}
      description={
        <Input
          aria-label={t('mark.note')}
          placeholder={t('mark.note')}
          maxLength={300}
          value={note}
          onChange={({ target }) => setNote(target.value)}
        />
      }
      okText={verb}
      cancelText={t('keep')}
      onConfirm={async () => {
        await submit('handovers.mark-point', 1, { deedId: newId(), pointId: point.id, what, note });
      }}
    >
      <Button size="small" loading={busy}>
        {verb}
      </Button>
    </Popconfirm>
  );
}
