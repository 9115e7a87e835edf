import { useQuery } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { GROUPS, type GroupId, leading } from '#core/accounts/contract.ts';
import { text as peopleText } from '#core/accounts/messages/index.ts';
import { can } from '#kernel/access/access.ts';
import { EmptyFace, ErrorFace, Figure, LoadingFace, Page } from '#kernel/ui/console/index.ts';
import { useGo, useSearchWords } from '#kernel/ui/navigation.tsx';
import { useSession } from '#kernel/ui/session.ts';
import { useText } from '#kernel/ui/use-text.ts';
import { text } from '../messages/index.ts';
import { handoversPaths } from '../paths.ts';
import { AddDrawer } from './add-drawer.tsx';
import { NotesSection } from './notes-section.tsx';
import { PlacesSection } from './places-section.tsx';
import { PointsSection } from './points-section.tsx';
import { handovers } from './queries.ts';

/** What shifts left to one another, per place. `?group=…&place=…` narrows. */
export default function Handovers() {
  const session = useSession();
  const { group: wanted, place } = useSearchWords();
  const led = GROUPS.filter(
    (group) =>
      session !== null &&
      can({ lead: leading(group) }, { id: session.actorId, grants: session.grants }, 'lead', Date.now()),
  );
  // Gates change shifts most: theirs is what a command post looks for.
  const first = led.includes('order') ? 'order' : led[0];
  const group = led.find((one) => one === wanted) ?? first;
  if (group === undefined) return <LoadingFace />;
  return <GroupHandovers key={group} group={group} led={led} place={place ?? null} />;
}

function GroupHandovers(props: { group: GroupId; led: readonly GroupId[]; place: string | null }) {
  const { group, led, place } = props;
  const t = useText(text);
  const p = useText(peopleText);
  const go = useGo();
  const [adding, setAdding] = useState(false);
  const board = useQuery(handovers.query.board.queryOptions({ input: { group } }));
  if (board.isError) return <ErrorFace error={board.error} retry={() => void board.refetch()} />;
  const all = board.data ?? { notes: [], points: [] };
  const here = <Row extends { readonly place: string }>(rows: readonly Row[]) =>
    place === null ? rows : rows.filter((row) => row.place === place);
  const notes = here(all.notes);
  const points = here(all.points);
  const open = points.filter(({ state }) => state === 'open');
  const to = place === null ? handoversPaths.of(group) : handoversPaths.at(group, place);
  const late = open.filter((one) => one.late).length;
  const waiting = notes.filter((one) => one.late).length;
  const isEmpty = board.isSuccess && all.notes.length + all.points.length === 0;
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        <>
          <Select<GroupId>
            aria-label={t('group')}
            value={group}
            onChange={(value) => go(handoversPaths.of(value))}
            style={{ minWidth: 140 }}
            options={led.map((value) => ({ value, label: p(`group.${value}`) }))}
          />
          <Button type="primary" onClick={() => setAdding(true)}>
            {t('add')}
          </Button>
        </>
      }
    >
      {board.isPending ? <LoadingFace /> : null}
      {isEmpty ? <EmptyFace title={t('places.none')} next={t('places.none-next')} /> : null}
      {board.isSuccess && !isEmpty ? (
        <>
          <div className="figures">
            <Figure value={open.length} label={t('figure.open')} to={to} />
            <Figure
              value={late}
              label={t('figure.late')}
              to={to}
              {...(late > 0 ? { face: 'late' as const } : {})}
            />
            <Figure
              value={waiting}
              label={t('figure.waiting')}
              to={to}
              {...(waiting > 0 ? { face: 'late' as const } : {})}
            />
          </div>
          {place === null ? (
            <PlacesSection group={group} notes={all.notes} points={all.points} />
          ) : (
            <Button type="link" onClick={() => go(handoversPaths.of(group))}>
              {t('all')}
            </Button>
          )}
          <PointsSection place={place} points={open} />
          <NotesSection place={place} notes={notes} />
          <PointsSection place={place} points={points.filter(({ state }) => state === 'done')} done />
        </>
      ) : null}
      <AddDrawer group={group} place={place} open={adding} onClose={() => setAdding(false)} />
    </Page>
  );
}
