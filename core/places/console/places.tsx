import { useQuery } from '@tanstack/react-query';
import { Space } from 'antd';
import { DataTable, EmptyFace, ErrorFace, LoadingFace, Page, Section } from '#kernel/ui/console/index.ts';
import { useGo, useSearchWords } from '#kernel/ui/navigation.tsx';
import { useText } from '#kernel/ui/use-text.ts';
import type { PlacesTree } from '../contract/queries.ts';
import { text } from '../messages/index.ts';
import { placesPaths } from '../paths.ts';
import { BuildingDrawer } from './building-drawer.tsx';
import { EndButton, NameButton } from './place-buttons.tsx';
import { places } from './queries.ts';

type CompoundNode = PlacesTree['compounds'][number];

/** The area's compounds, each with its buildings; a building opens its entrances and rooms. */
export default function Places() {
  const t = useText(text);
  const go = useGo();
  const { building: openId } = useSearchWords();
  const tree = useQuery(places.query.tree.queryOptions());
  if (tree.isError) return <ErrorFace error={tree.error} retry={() => void tree.refetch()} />;
  const compounds = tree.data?.compounds ?? [];
  const open = compounds.flatMap((compound) => compound.buildings).find((building) => building.id === openId);
  return (
    <Page
      title={t('places')}
      lead={t('places.lead')}
      actions={
        <NameButton
          label={t('places.add-compound')}
          done={t('places.added')}
          primary
          command={(compoundId, name) => ['places.add-compound', { compoundId, name, addressRuleId: null }]}
        />
      }
    >
      {tree.isPending ? <LoadingFace /> : null}
      {tree.data && compounds.length === 0 ? (
        <EmptyFace title={t('places.empty')} next={t('places.empty-next')} />
      ) : null}
      {compounds.map((compound) => (
        <Compound
          key={compound.id}
          compound={compound}
          openId={openId ?? null}
          onOpen={(id) => go(placesPaths.building(id))}
        />
      ))}
      <BuildingDrawer building={open} onClose={() => go(placesPaths.places)} />
    </Page>
  );
}

function Compound(props: { compound: CompoundNode; openId: string | null; onOpen: (id: string) => void }) {
  const t = useText(text);
  const { compound, openId, onOpen } = props;
  const { id: compoundId } = compound;
  return (
    <Section
      title={compound.name}
      aside={
        <Space>
          <NameButton
            label={t('places.add-building')}
            done={t('places.added')}
            command={(buildingId, label) => ['places.add-building', { buildingId, compoundId, label }]}
          />
          <NameButton
            label={t('places.rename')}
            done={t('places.renamed')}
            initial={compound.name}
            command={(_id, name) => ['places.rename-compound', { compoundId, name }]}
          />
          <EndButton kind="places.end-compound" body={{ compoundId }} />
        </Space>
      }
    >
      <DataTable
        name="places.buildings"
        label={`${compound.name} ${t('places.table')}`}
        rows={compound.buildings}
        rowKey={(row) => row.id}
        onOpen={(row) => onOpen(row.id)}
        openKey={openId}
        pageSize={20}
        empty={<EmptyFace title={t('places.no-buildings')} />}
        columns={[
          { key: 'label', title: t('places.building'), value: (row) => row.label },
          {
            key: 'entrances',
            title: t('places.entrances'),
            value: (row) => row.entrances.map((entrance) => entrance.label).join('、'),
          },
          { key: 'dwellings', title: t('places.dwellings'), value: (row) => row.dwellings, align: 'right' },
        ]}
      />
    </Section>
  );
}
