import { useQuery } from '@tanstack/react-query';
import { AutoComplete, Input } from 'antd';
import { useDeferredValue, useState } from 'react';
import { useGo } from '#kernel/ui/navigation.tsx';
import type { SearchHit } from '#kernel/ui/screen.ts';
import { useText } from '#kernel/ui/use-text.ts';
import { text } from './messages/index.ts';
import { modules } from './modules.ts';

/** Finds people, dwellings, tubes … by code, pinyin, room: every module that can search is asked. */
export function Search() {
  const t = useText(text);
  const go = useGo();
  const [words, setWords] = useState('');
  const asked = useDeferredValue(words.trim());
  const { data: hits = [], isFetched } = useQuery({
    queryKey: ['search', asked],
    queryFn: () => searchAll(asked),
    enabled: asked.length > 0,
  });
  if (!modules.some((module) => module.search)) return null;
  return (
    <AutoComplete
      className="search"
      value={words}
      onChange={setWords}
      onSelect={(path: string) => {
        setWords('');
        go(path);
      }}
      options={hits.map((hit) => ({ value: hit.path, key: hit.id, label: <Hit hit={hit} /> }))}
      notFoundContent={asked.length > 0 && isFetched ? t('search-none') : null}
    >
      <Input.Search aria-label={t('search-label')} placeholder={t('search')} />
    </AutoComplete>
  );
}

function Hit({ hit }: { hit: SearchHit }) {
  return (
    <span className="search-hit">
      <strong>{hit.label}</strong>
      <span>{hit.detail}</span>
    </span>
  );
}

async function searchAll(words: string): Promise<readonly SearchHit[]> {
  const answers = await Promise.all(modules.map((module) => module.search?.(words) ?? []));
  return answers.flat();
}
