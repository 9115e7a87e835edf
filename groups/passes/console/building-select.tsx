import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { isCalled } from '#core/places/contract.ts';
import { useText } from '#kernel/ui/use-text.ts';
import { consoleText } from '../messages/console.ts';
import { places } from './client.ts';

/** One building of the area, by typing how it is called. */
export function BuildingSelect(props: {
  value: string | undefined;
  onChange: (buildingId: string | undefined) => void;
}) {
  const t = useText(consoleText);
  const tree = useQuery(places.query.tree.queryOptions());
  return (
    <Select
      allowClear
      showSearch={{
        filterOption: (typed, of) => of !== undefined && 'value' in of && isCalled(typed, of.title),
      }}
      className="passes-building"
      aria-label={t('building')}
      placeholder={t('building')}
      loading={tree.isPending}
      value={props.value ?? null}
      optionLabelProp="title"
      options={(tree.data?.compounds ?? []).map((compound) => ({
        label: compound.name,
        title: compound.name,
        options: compound.buildings.map(({ id, label }) => ({
          value: id,
          label,
          title: `${compound.name} ${label}`,
        })),
      }))}
      onChange={(id: string | null | undefined) => props.onChange(id ?? undefined)}
    />
  );
}
