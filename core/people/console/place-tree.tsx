import type { PlacesTree } from '#core/places/contract.ts';
import { LoadingFace } from '#kernel/ui/console/index.ts';
import { useText } from '#kernel/ui/use-text.ts';
import { text } from '../messages/index.ts';

interface BuildingCounts {
  readonly buildings: readonly { readonly buildingId: string; readonly residents: number }[];
}

/** Compounds and their buildings with how many people are registered; picking one narrows the list. */
export function PlaceTree(props: {
  tree: PlacesTree | undefined;
  counts: BuildingCounts | undefined;
  compoundId: string | null;
  buildingId: string | null;
  onPick: (words: Readonly<Record<string, string>>) => void;
}) {
  const t = useText(text);
  const { tree, counts, compoundId, buildingId, onPick } = props;
  if (!tree) return <LoadingFace />;
  const residents = new Map(counts?.buildings.map((row) => [row.buildingId, row.residents]));
  const sum = (ids: readonly string[]) => ids.reduce((total, id) => total + (residents.get(id) ?? 0), 0);
  const all = [...residents.values()].reduce((total, count) => total + count, 0);
  return (
    <nav className="place-tree" aria-label={t('register.places')}>
      <PlaceButton
        name={t('register.all')}
        count={all}
        current={compoundId === null && buildingId === null}
        onPick={() => onPick({})}
      />
      {tree.compounds.map((compound) => (
        <details
          key={compound.id}
          open={compound.buildings.length < 30 || holds(compound, compoundId, buildingId)}
        >
          <summary>{compound.name}</summary>
          <ul>
            <li>
              <PlaceButton
                name={t('register.all')}
                count={sum(compound.buildings.map((building) => building.id))}
                current={compound.id === compoundId}
                onPick={() => onPick({ compound: compound.id })}
              />
            </li>
            {compound.buildings.map((building) => (
              <li key={building.id}>
                <PlaceButton
                  name={building.label}
                  count={residents.get(building.id) ?? 0}
                  current={building.id === buildingId}
                  onPick={() => onPick({ building: building.id })}
                />
              </li>
            ))}
          </ul>
        </details>
      ))}
    </nav>
  );
}

const holds = (
  compound: PlacesTree['compounds'][number],
  compoundId: string | null,
  buildingId: string | null,
): boolean => compound.id === compoundId || compound.buildings.some((building) => building.id === buildingId);

function PlaceButton(props: { name: string; count: number; current: boolean; onPick: () => void }) {
  return (
    <button type="button" aria-current={props.current} onClick={props.onPick}>
      <span>{props.name}</span>
      <span className="count">{props.count}</span>
    </button>
  );
}
