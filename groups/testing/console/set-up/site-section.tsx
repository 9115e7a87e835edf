import { Button } from 'antd';
import { useState } from 'react';
import { type Column, DataTable, Section, StateFace } from '#kernel/ui/console/index.ts';
import { useLanguage, useText } from '#kernel/ui/use-text.ts';
import { whenText } from '#kernel/ui/when.ts';
import type { SetUpPointView, SetUpSite } from '../../contract/set-up-queries.ts';
import { consoleText } from '../../messages/console.ts';
import { pointWords } from '../../messages/point-words.ts';
import { setUpText } from '../../messages/set-up.ts';
import { setUpPointsText } from '../../messages/set-up-points.ts';
import { ListEditor } from './list-editor.tsx';
import { PointDrawer } from './point-drawer.tsx';
import { PointState } from './point-state.tsx';

/** One site: its list with what was said, or the list that is proposed. */
export function SiteSection({
  roundId,
  site,
  mayEdit,
}: {
  roundId: string;
  site: SetUpSite;
  mayEdit: boolean;
}) {
  const t = useText(setUpText);
  const common = useText(consoleText);
  const [editing, setEditing] = useState(false);
  const [openId, setOpenId] = useState<string | null>(null);
  const { points } = site;
  const open = points.filter(({ state }) => state === 'open').length;
  const shown = points.find(({ pointId }) => pointId === openId) ?? null;
  return (
    <Section
      title={site.name}
      aside={
        <span className="set-up-aside">
          <Standing points={points.length} open={open} />
          <Button
            disabled={!mayEdit}
            title={mayEdit ? '' : common('not-allowed')}
            onClick={() => setEditing(true)}
          >
            {t('list.edit')}
          </Button>
        </span>
      }
    >
      {points.length === 0 ? (
        <Proposal site={site} />
      ) : (
        <PointsTable site={site} openId={openId} onOpen={setOpenId} />
      )}
      {editing ? <ListEditor roundId={roundId} site={site} onClose={() => setEditing(false)} /> : null}
      <PointDrawer point={shown} onClose={() => setOpenId(null)} />
    </Section>
  );
}

function Standing({ points, open }: { points: number; open: number }) {
  const t = useText(setUpText);
  if (points === 0) return <StateFace face="flagged" word={t('no-list')} />;
  if (open === 0) return <StateFace face="done" word={t('all-done', { points })} />;
  return <span>{t('open-of', { points, open })}</span>;
}

function Proposal({ site }: { site: SetUpSite }) {
  const t = useText(setUpText);
  const language = useLanguage();
  const count = site.proposal.length;
  const { proposedBy } = site;
  return (
    <>
      <p>
        {proposedBy === null
          ? t('list.standard', { count })
          : t('list.carried', { count, round: proposedBy })}
      </p>
      <ol className="set-up-proposal">
        {site.proposal.map((point) => (
          <li key={`${point.part}/${point.standard}/${point.name}`}>{pointWords(point, language)}</li>
        ))}
      </ol>
      <p>{t('list.why')}</p>
    </>
  );
}

function PointsTable(props: { site: SetUpSite; openId: string | null; onOpen: (pointId: string) => void }) {
  const t = useText(setUpText);
  const words = useText(setUpPointsText);
  const language = useLanguage();
  const latest = (row: SetUpPointView) => row.checks[0];
  const columns: readonly Column<SetUpPointView>[] = [
    { key: 'part', title: t('column.part'), value: (row) => words(`part.${row.part}`), filter: true },
    { key: 'point', title: t('column.point'), value: (row) => pointWords(row, language) },
    {
      key: 'state',
      title: t('column.state'),
      value: (row) => t(`state.${row.state}`),
      draw: (row) => <PointState state={row.state} />,
      filter: true,
    },
    { key: 'by', title: t('column.by'), value: (row) => latest(row)?.byName ?? '' },
    {
      key: 'at',
      title: t('column.at'),
      value: (row) => {
        const check = latest(row);
        return check ? whenText(check.at, language) : '';
      },
    },
    { key: 'note', title: t('column.note'), value: (row) => latest(row)?.note ?? '' },
    { key: 'photo', title: t('column.photo'), value: (row) => photoWord(row, t) },
  ];
  return (
    <DataTable
      name="testing.set-up"
      label={`${t('title')} ${props.site.name}`}
      rows={props.site.points}
      columns={columns}
      rowKey={(row) => row.pointId}
      openKey={props.openId}
      onOpen={(row) => props.onOpen(row.pointId)}
      exportAs={`${t('title')} ${props.site.name}`}
    />
  );
}

function photoWord(
  row: SetUpPointView,
  t: (key: 'photo.here' | 'photo.coming' | 'photo.gone' | 'photo.wanted') => string,
) {
  const photo = row.checks.find((check) => check.photo !== null)?.photo;
  if (photo) return t(`photo.${photo.state}`);
  return row.wantsPhoto ? t('photo.wanted') : '';
}
