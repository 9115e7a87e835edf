import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useText } from '#kernel/ui/use-text.ts';
import { consoleText } from '../messages/console.ts';
import { places } from './client.ts';

/** One building of the area, by typing part of its name. */
export function BuildingSelect(props: {
  value: string | undefined;
  onChange: (buildingId: string | undefined) => void;
}) {
  const t = useText(consoleText);
  const tree = useQuery(places.query.tree.queryOptions());
  return (
    <Select
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      className="passes-building"
      aria-label={t('building')}
      placeholder={t('building')}
      loading={tree.isPending}
      value={props.value ?? null}
      options={(tree.data?.compounds ?? []).map((compound) => ({
        label: compound.name,
        title: compound.name,
        options: compound.buildings.map(({ id, label }) => ({ value: id, label })),
      }))}
      onChange={(id: string | null | undefined) => props.onChange(id ?? undefined)}
    />
  );
}
