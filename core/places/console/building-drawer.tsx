import { useQuery } from '@tanstack/react-query';
import { Space } from 'antd';
import { DataTable, DetailDrawer, EmptyFace, ErrorFace, Section } from '#kernel/ui/console/index.ts';
import { useText } from '#kernel/ui/use-text.ts';
import type { PlacesTree } from '../contract/queries.ts';
import { text } from '../messages/index.ts';
import { AddDwelling } from './add-dwelling.tsx';
import { EndButton, NameButton } from './place-buttons.tsx';
import './places.css';
import { places } from './queries.ts';

type BuildingNode = PlacesTree['compounds'][number]['buildings'][number];

/** One building: its name, its entrances, its rooms. */
export function BuildingDrawer(props: { building: BuildingNode | undefined; onClose: () => void }) {
  const t = useText(text);
  const { building, onClose } = props;
  return (
    <DetailDrawer
      title={building?.label ?? t('places.building')}
      open={building !== undefined}
      onClose={onClose}
    >
      {building === undefined ? null : <Building key={building.id} building={building} onEnded={onClose} />}
    </DetailDrawer>
  );
}

function Building({ building, onEnded }: { building: BuildingNode; onEnded: () => void }) {
  const t = useText(text);
  const { id: buildingId, label, entrances } = building;
  return (
    <div className="building">
      <Space>
        <NameButton
          label={t('places.rename')}
          done={t('places.renamed')}
          initial={label}
          command={(_id, name) => ['places.rename-building', { buildingId, label: name }]}
        />
        <EndButton kind="places.end-building" body={{ buildingId }} onEnded={onEnded} />
      </Space>
      <Section
        title={t('places.entrances')}
        aside={
          <NameButton
            label={t('places.add-entrance')}
            done={t('places.added')}
            command={(entranceId, name) => ['places.add-entrance', { entranceId, buildingId, label: name }]}
          />
        }
      >
        {entrances.length === 0 ? <p>{t('places.one-entrance')}</p> : null}
        {entrances.map((entrance) => (
          <Space key={entrance.id}>
            <span>{entrance.label}</span>
            <NameButton
              label={t('places.rename')}
              done={t('places.renamed')}
              initial={entrance.label}
              command={(_id, name) => ['places.rename-entrance', { entranceId: entrance.id, label: name }]}
            />
            <EndButton kind="places.end-entrance" body={{ entranceId: entrance.id }} />
          </Space>
        ))}
      </Section>
      <Rooms building={building} />
    </div>
  );
}

function Rooms({ building }: { building: BuildingNode }) {
  const t = useText(text);
  const { id: buildingId, entrances } = building;
  const page = useQuery(places.query.building.queryOptions({ input: { buildingId } }));
  const entranceOf = (id: string | null) => entrances.find((entrance) => entrance.id === id)?.label ?? '';
  if (page.isError) return <ErrorFace error={page.error} retry={() => void page.refetch()} />;
  return (
    <Section title={t('places.dwelling')}>
      <AddDwelling building={building} />
      <DataTable
        name="places.dwellings"
        label={t('places.dwelling')}
        rows={page.data?.dwellings ?? []}
        rowKey={(row) => row.id}
        loading={page.isPending}
        pageSize={30}
        empty={<EmptyFace title={t('places.no-dwellings')} />}
        columns={[
          { key: 'room', title: t('places.dwelling'), value: (row) => row.room },
          { key: 'entrance', title: t('places.entrance'), value: (row) => entranceOf(row.entranceId) },
          { key: 'floor', title: t('places.floor'), value: (row) => row.floor, align: 'right' },
          {
            key: 'change',
            title: t('places.change'),
            value: () => null,
            draw: (row) => (
              <Space size={4}>
                <NameButton
                  label={t('places.rename')}
                  done={t('places.renamed')}
                  initial={row.room}
                  command={(_id, room) => ['places.rename-dwelling', { dwellingId: row.id, room }]}
                />
                <EndButton kind="places.end-dwelling" body={{ dwellingId: row.id }} />
              </Space>
            ),
          },
        ]}
      />
    </Section>
  );
}
