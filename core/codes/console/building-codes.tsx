import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import type { PlacesTree } from '#core/places/contract.ts';
import { ChoiceField } from '#kernel/print/field.tsx';
import { PrintPanel } from '#kernel/print/panel.tsx';
import { ErrorFace, LoadingFace, Page } from '#kernel/ui/console/index.ts';
import { requireSession } from '#kernel/ui/session.ts';
import { useLanguage, useText } from '#kernel/ui/use-text.ts';
import { toLocalInput } from '#kernel/ui/when.ts';
import { text } from '../messages/index.ts';
import { type Door, doorPlates, PLATE_SIZES, type PlateSize } from './door-plates.ts';
import { places } from './queries.ts';

const ALL = 'all';
const WHAT = ['buildings', 'entrances'] as const;
type What = (typeof WHAT)[number];

/** Plates and labels for doors, printed once and used by every group. */
export default function BuildingCodes() {
  const t = useText(text);
  const tree = useQuery(places.query.tree.queryOptions());
  if (tree.isError) return <ErrorFace error={tree.error} retry={() => void tree.refetch()} />;
  return (
    <Page title={t('building-codes')} lead={t('building-codes.lead')}>
      {tree.data ? <Plates tree={tree.data} /> : <LoadingFace />}
    </Page>
  );
}

function Plates({ tree }: { tree: PlacesTree }) {
  const t = useText(text);
  const language = useLanguage();
  const { areaId, areaName } = requireSession();
  const [compoundId, setCompoundId] = useState(ALL);
  const [what, setWhat] = useState<What>('buildings');
  const [size, setSize] = useState<PlateSize>('large');
  const [openedAt] = useState(() => Date.now());
  const doors = useMemo(() => doorsOf(tree, compoundId, what), [tree, compoundId, what]);
  const make = useCallback(
    (some: readonly Door[]) =>
      doorPlates({ areaId, areaName, when: toLocalInput(openedAt).replace('T', ' '), language }, some, size),
    [areaId, areaName, openedAt, language, size],
  );
  return (
    <PrintPanel items={doors} make={make} previewed={size === 'large' ? 4 : 42}>
      <ChoiceField
        label={t('building-codes.compound')}
        value={compoundId}
        options={[
          { value: ALL, label: t('building-codes.all') },
          ...tree.compounds.map((compound) => ({ value: compound.id, label: compound.name })),
        ]}
        onChange={setCompoundId}
      />
      <ChoiceField
        label={t('building-codes.what')}
        value={what}
        options={WHAT.map((value) => ({ value, label: t(`building-codes.${value}`) }))}
        onChange={setWhat}
      />
      <ChoiceField
        label={t('building-codes.size')}
        value={size}
        options={PLATE_SIZES.map((value) => ({ value, label: t(`building-codes.${value}`) }))}
        onChange={setSize}
      />
    </PrintPanel>
  );
}

function doorsOf(tree: PlacesTree, compoundId: string, what: What): Door[] {
  return tree.compounds
    .filter((compound) => compoundId === ALL || compound.id === compoundId)
    .flatMap((compound) =>
      compound.buildings.flatMap((building): Door[] =>
        what === 'buildings'
          ? [{ kind: 'building', id: building.id, compound: compound.name, label: building.label }]
          : building.entrances.map((entrance) => ({
              kind: 'place',
              id: entrance.id,
              compound: compound.name,
              label: `${building.label} ${entrance.label}`,
            })),
      ),
    );
}
