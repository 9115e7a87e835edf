import { useQuery } from '@tanstack/react-query';
import { Input, Select } from 'antd';
import { useEffect, useState } from 'react';
import { useLanguage, useText } from '#kernel/ui/use-text.ts';
import { text } from '../messages/index.ts';
import { people } from './queries.ts';
import { REGISTER_STATES } from './register-words.ts';
import { tagText } from './words.ts';

/** How long a typing hand rests before the list follows. */
const REST_MS = 250;

export function RegisterFilters(props: {
  words: Readonly<Record<string, string>>;
  /** How many fit; null while that is not known. */
  total: number | null;
  onNarrow: (changes: Readonly<Record<string, string>>) => void;
}) {
  const t = useText(text);
  const language = useLanguage();
  const { words, total, onNarrow } = props;
  const tags = useQuery(people.query.tags.queryOptions());
  return (
    <search className="register-filters">
      <SearchField value={words.text ?? ''} onChange={(typed) => onNarrow({ text: typed })} />
      <Select
        value={words.state ?? ''}
        aria-label={t('filter.state')}
        style={{ width: 150 }}
        options={[
          { value: '', label: t('filter.any-state') },
          ...REGISTER_STATES.map((state) => ({ value: state, label: t(`filter.${state}`) })),
        ]}
        onChange={(state: string) => onNarrow({ state })}
      />
      <Select
        value={words.tag ?? ''}
        aria-label={t('filter.tag')}
        style={{ width: 170 }}
        options={[
          { value: '', label: t('filter.any-tag') },
          ...(tags.data?.tags ?? []).map(({ tag, residents }) => ({
            value: tag,
            label: `${tagText(tag, language)} ${residents}`,
          })),
        ]}
        onChange={(tag: string) => onNarrow({ tag })}
      />
      <span className="table-count" role="status">
        {total === null ? '' : t('register.rows', { count: total })}
      </span>
    </search>
  );
}

/** Asks once the hand rests, not at every letter. */
function SearchField(props: { value: string; onChange: (typed: string) => void }) {
  const t = useText(text);
  const [typed, setTyped] = useState(props.value);
  const { value, onChange } = props;
  useEffect(() => setTyped(value), [value]);
  useEffect(() => {
    if (typed.trim() === value) return;
    const rest = setTimeout(() => onChange(typed.trim()), REST_MS);
    return () => clearTimeout(rest);
  }, [typed, value, onChange]);
  return (
    <Input.Search
      allowClear
      value={typed}
      style={{ width: 290 }}
      aria-label={t('register.search')}
      placeholder={t('register.search')}
      onChange={(event) => setTyped(event.target.value)}
    />
  );
}
