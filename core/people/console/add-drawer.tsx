import { useQuery } from '@tanstack/react-query';
import { Button, Form, Select } from 'antd';
import { useState } from 'react';
import type { PlacesTree } from '#core/places/contract.ts';
import { DetailDrawer, ProblemAlert } from '#kernel/ui/console/index.ts';
import { newId } from '#kernel/ui/submit.ts';
import { useSubmit } from '#kernel/ui/use-submit.ts';
import { useText } from '#kernel/ui/use-text.ts';
import { text } from '../messages/index.ts';
import { people, places } from './queries.ts';
import { ResidentFields } from './resident-fields.tsx';
import { type ResidentForm, setOf } from './resident-form.ts';

const NEW = 'new';

/** Somebody new: where, in which household, and what is known. */
export function AddDrawer(props: {
  open: boolean;
  buildingId: string | null;
  tree: PlacesTree | undefined;
  onClose: () => void;
  onAdded: (residentId: string) => void;
}) {
  const t = useText(text);
  return (
    <DetailDrawer title={t('add.title')} open={props.open} onClose={props.onClose}>
      <AddForm {...props} key={String(props.open)} />
    </DetailDrawer>
  );
}

type Props = Parameters<typeof AddDrawer>[0];

function AddForm({ buildingId: first, tree, onClose, onAdded }: Props) {
  const t = useText(text);
  const { submit, busy, problems } = useSubmit(t('add.done'));
  const [buildingId, setBuilding] = useState(first);
  const [dwellingId, setDwelling] = useState<string | null>(null);
  const [household, setHousehold] = useState(NEW);
  const [residentId] = useState(() => newId());
  const add = async (form: ResidentForm) => {
    const householdId = household === NEW ? newId() : household;
    const answer = await submit('people.add-resident', 1, {
      residentId,
      householdId,
      dwellingId,
      set: setOf(form),
    });
    if (answer?.first !== 'done') return;
    onClose();
    onAdded(residentId);
  };
  return (
    <Form<ResidentForm> layout="vertical" onFinish={(form) => void add(form)}>
      <Form.Item label={t('add.building')} required>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          value={buildingId}
          aria-label={t('add.building')}
          options={(tree?.compounds ?? []).map((compound) => ({
            label: compound.name,
            title: compound.name,
            options: compound.buildings.map(({ id, label }) => ({
              value: id,
              label: `${label} ${compound.name}`,
            })),
          }))}
          onChange={(id: string) => {
            setBuilding(id);
            setDwelling(null);
            setHousehold(NEW);
          }}
        />
      </Form.Item>
      <DwellingField
        buildingId={buildingId}
        value={dwellingId}
        onChange={(id) => {
          setDwelling(id);
          setHousehold(NEW);
        }}
      />
      <HouseholdField dwellingId={dwellingId} value={household} onChange={setHousehold} />
      <ResidentFields known={false} />
      <ProblemAlert problems={problems} />
      <Button type="primary" htmlType="submit" loading={busy} disabled={dwellingId === null}>
        {t('add.go')}
      </Button>
    </Form>
  );
}

function DwellingField(props: {
  buildingId: string | null;
  value: string | null;
  onChange: (id: string) => void;
}) {
  const t = useText(text);
  const building = useQuery({
    ...places.query.building.queryOptions({ input: { buildingId: props.buildingId ?? '' } }),
    enabled: props.buildingId !== null,
  });
  return (
    <Form.Item label={t('add.dwelling')} required>
      <Select
        showSearch={{ optionFilterProp: 'label' }}
        value={props.value}
        disabled={props.buildingId === null}
        loading={building.isFetching}
        aria-label={t('add.dwelling')}
        options={(building.data?.dwellings ?? []).map(({ id, room }) => ({ value: id, label: room }))}
        onChange={props.onChange}
      />
    </Form.Item>
  );
}

/** Households are called after the first registered in them. */
function HouseholdField(props: { dwellingId: string | null; value: string; onChange: (id: string) => void }) {
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
        value={props.value}
        disabled={props.dwellingId === null}
        aria-label={t('add.household')}
        options={[{ value: NEW, label: t('add.new-household') }, ...standing]}
        onChange={props.onChange}
      />
    </Form.Item>
  );
}
