import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { people } from '../queries.ts';

/** Somebody of the register, by room, name or pinyin. */
export function PersonSelect(props: {
  label: string;
  value?: string;
  onChange?: (value: string) => void;
  /** Who cannot be chosen. */
  without?: string;
}) {
  const [typed, setTyped] = useState('');
  const found = useQuery({
    ...people.query.search.queryOptions({ input: { text: typed.slice(0, 60), limit: 20 } }),
    enabled: typed.trim() !== '',
    placeholderData: (last) => last,
  });
  const options = (found.data?.found ?? [])
    .filter(({ id }) => id !== props.without)
    .map((person) => ({
      value: person.id,
      label: [person.name, person.compound, person.building, person.entrance, person.room]
        .filter(Boolean)
        .join(' '),
    }));
  return (
    <Select
      aria-label={props.label}
      {...(props.value === undefined ? {} : { value: props.value })}
      {...(props.onChange === undefined ? {} : { onChange: props.onChange })}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      options={options}
      loading={found.isFetching}
    />
  );
}
