import { Button, Select } from 'antd';
import { useMemo, useState } from 'react';
import { useText } from '#kernel/ui/use-text.ts';
import type { CallUpBasis, CallUpView } from '../../contract/call-up-queries.ts';
import { callUpText } from '../../messages/call-up.ts';
import type { ChoicesForm } from './choices-form.ts';

type Buildings = ChoicesForm['buildings'];

/** Buildings in calling order: dragged, or moved with the arrows; each with its site. */
export function BuildingOrder(props: {
  households: CallUpBasis['households'];
  sites: CallUpView['sites'];
  buildings: Buildings;
  onChange: (buildings: Buildings) => void;
}) {
  const t = useText(callUpText);
  const { buildings, onChange, sites } = props;
  const [dragged, setDragged] = useState<string | null>(null);
  const facts = useMemo(() => factsOf(props.households), [props.households]);
  const put = (buildingId: string, index: number) => {
    const moved = buildings.find((one) => one.buildingId === buildingId);
    if (!moved || index < 0 || index >= buildings.length) return;
    const others = buildings.filter((one) => one !== moved);
    onChange([...others.slice(0, index), moved, ...others.slice(index)]);
  };
  return (
    <ol className="call-up-buildings">
      {buildings.map(({ buildingId, siteId }, i) => {
        const { name, people } = facts.get(buildingId) ?? { name: '', people: 0 };
        if (people === 0) return null;
        return (
          <li
            key={buildingId}
            draggable
            onDragStart={() => setDragged(buildingId)}
            onDragOver={(event) => event.preventDefault()}
            onDrop={() => {
              if (dragged !== null) put(dragged, i);
              setDragged(null);
            }}
          >
            <strong>{name}</strong>
            <span>{t('people-count', { count: people })}</span>
            <Select<string>
              aria-label={t('site-of', { name })}
              size="small"
              value={siteId ?? ''}
              options={[
                { value: '', label: t('site-any') },
                ...sites.map((site) => ({ value: site.siteId, label: site.name })),
              ]}
              onChange={(value) =>
                onChange(
                  buildings.map((one) =>
                    one.buildingId === buildingId ? { ...one, siteId: value === '' ? null : value } : one,
                  ),
                )
              }
            />
            <Button size="small" aria-label={t('up', { name })} onClick={() => put(buildingId, i - 1)}>
              ↑
            </Button>
            <Button size="small" aria-label={t('down', { name })} onClick={() => put(buildingId, i + 1)}>
              ↓
            </Button>
          </li>
        );
      })}
    </ol>
  );
}

function factsOf(households: CallUpBasis['households']) {
  const many = new Set(households.map(({ compound }) => compound)).size > 1;
  const facts = new Map<string, { name: string; people: number }>();
  for (const { buildingId, compound, building, people } of households) {
    const known = facts.get(buildingId) ?? { name: many ? `${compound} ${building}` : building, people: 0 };
    facts.set(buildingId, { ...known, people: known.people + people });
  }
  return facts;
}
