import { useQuery } from '@tanstack/react-query';
import { Form, Select } from 'antd';
import type { PlacesTree } from '#core/places/contract.ts';
import { useText } from '#kernel/ui/use-text.ts';
import { text } from '../../messages/index.ts';
import { people, places } from '../queries.ts';
import { MissingRoom } from './missing-room.tsx';

/** Where somebody is to live; `householdId` null: a household of their own. */
export interface Home {
  readonly buildingId: string | null;
  readonly dwellingId: string | null;
  readonly householdId: string | null;
}

/** Building, room and, unless a whole household moves, which household there. */
export function PlaceFields(props: {
  tree: PlacesTree | undefined;
  value: Home;
  onChange: (home: Home) => void;
  withHousehold?: boolean;
}) {
  const t = useText(text);
  const { tree, value, onChange, withHousehold = true } = props;
  const settle = (dwellingId: string | null) => onChange({ ...value, dwellingId, householdId: null });
  return (
    <>
      <Form.Item label={t('add.building')} required>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          value={value.buildingId}
          aria-label={t('add.building')}
          options={(tree?.compounds ?? []).map((compound) => ({
            label: compound.name,
            title: compound.name,
            options: compound.buildings.map(({ id, label }) => ({
              value: id,
              label: `${label} ${compound.name}`,
            })),
          }))}
          onChange={(id: string) => onChange({ buildingId: id, dwellingId: null, householdId: null })}
        />
      </Form.Item>
      <DwellingField buildingId={value.buildingId} value={value.dwellingId} onChange={settle} />
      {withHousehold ? (
        <HouseholdField
          dwellingId={value.dwellingId}
          value={value.householdId}
          onChange={(householdId) => onChange({ ...value, householdId })}
        />
      ) : null}
    </>
  );
}

function DwellingField(props: {
  buildingId: string | null;
  value: string | null;
  onChange: (id: string) => void;
}) {
  const t = useText(text);
  const { buildingId, value, onChange } = props;
  const building = useQuery({
    ...places.query.building.queryOptions({ input: { buildingId: buildingId ?? '' } }),
    enabled: buildingId !== null,
  });
  return (
    <Form.Item
      label={t('add.dwelling')}
      required
      extra={
        buildingId === null ? null : (
          <MissingRoom key={buildingId} buildingId={buildingId} onAdded={onChange} />
        )
      }
    >
      <Select
        showSearch={{ optionFilterProp: 'label' }}
        value={value}
        disabled={buildingId === null}
        loading={building.isFetching}
        aria-label={t('add.dwelling')}
        options={(building.data?.dwellings ?? []).map(({ id, room }) => ({ value: id, label: room }))}
        onChange={onChange}
      />
    </Form.Item>
  );
}

const NEW = 'new';

/** Households are called after the first registered in them. */
function HouseholdField(props: {
  dwellingId: string | null;
  value: string | null;
  onChange: (id: string | null) => void;
}) {
  const t = useText(text);
  const home = useQuery({
    ...people.query.dwelling.queryOptions({ input: { dwellingId: props.dwellingId ?? '' } }),
    enabled: props.dwellingId !== null,
  });
  const first = new Map<string, string>();
  for (const row of home.data?.rows ?? [])
    if (!first.has(row.householdId)) first.set(row.householdId, row.name);
  const standing = [...first].map(([value, name]) => ({ value, label: t('add.of-household', { name }) }));
  return (
    <Form.Item label={t('add.household')}>
      <Select
        value={props.value ?? NEW}
        disabled={props.dwellingId === null}
        aria-label={t('add.household')}
        options={[{ value: NEW, label: t('add.new-household') }, ...standing]}
        onChange={(id: string) => props.onChange(id === NEW ? null : id)}
      />
    </Form.Item>
  );
}
