import { Button, Input, Popover } from 'antd';
import { useState } from 'react';
import { uiText } from '../messages/index.ts';
import { useCell } from '../store.ts';
import { useText } from '../use-text.ts';
import { type SavedFilter, savedFilters, withFilter } from './saved-filters.ts';

/** Pick, keep or drop a named filter of a table. */
export function FilterMenu(props: {
  table: string;
  words: string;
  choices: SavedFilter['choices'];
  onPick: (filter: SavedFilter) => void;
}) {
  const t = useText(uiText);
  const cell = savedFilters(props.table);
  const list = useCell(cell);
  const [name, setName] = useState('');
  const [open, setOpen] = useState(false);

  const save = () => {
    if (name.trim() === '') return;
    cell.set(withFilter(list, { name: name.trim(), words: props.words, choices: props.choices }));
    setName('');
  };

  const menu = (
    <div className="filter-menu">
      {list.map((filter) => (
        <div key={filter.name} className="filter-line">
          <Button
            type="text"
            onClick={() => {
              props.onPick(filter);
              setOpen(false);
            }}
          >
            {filter.name}
          </Button>
          <Button
            type="text"
            danger
            aria-label={`${t('table.view-remove')} ${filter.name}`}
            onClick={() => cell.set(list.filter((one) => one.name !== filter.name))}
          >
            {t('table.view-remove')}
          </Button>
        </div>
      ))}
      <Input
        value={name}
        aria-label={t('table.view-name')}
        placeholder={t('table.view-name')}
        onChange={(event) => setName(event.target.value)}
        onPressEnter={save}
      />
      <Button onClick={save} disabled={name.trim() === ''}>
        {t('table.view-save')}
      </Button>
    </div>
  );
  return (
    <Popover content={menu} trigger="click" open={open} onOpenChange={setOpen} placement="bottomLeft">
      <Button aria-expanded={open}>{t('table.view')}</Button>
    </Popover>
  );
}
