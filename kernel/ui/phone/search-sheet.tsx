import { useDeferredValue, useState } from 'react';
import { PhoneList, PhoneRow } from './card.tsx';
import { PhoneInput } from './fields.tsx';
import { BottomSheet } from './sheet.tsx';

const MOST = 30;

/** One field that finds rows while it is typed into. */
export function SearchSheet<Row>(props: {
  title: string;
  label: string;
  hint: string;
  /** Said when nothing is found. */
  nothing: string;
  find: (words: string, most: number) => readonly Row[];
  rowKey: (row: Row) => string;
  line: (row: Row) => string;
  detail: (row: Row) => string;
  onFound: (row: Row) => void;
  onClose: () => void;
}) {
  const [typed, setTyped] = useState('');
  const words = useDeferredValue(typed);
  const found = words === '' ? [] : props.find(words, MOST);
  return (
    <BottomSheet title={props.title} onClose={props.onClose}>
      <PhoneInput
        label={props.label}
        hint={props.hint}
        value={typed}
        onChange={setTyped}
        type="search"
        inputMode="search"
      />
      {words !== '' && found.length === 0 ? <p role="status">{props.nothing}</p> : null}
      <PhoneList label={props.title}>
        {found.map((row) => (
          <PhoneRow
            key={props.rowKey(row)}
            title={props.line(row)}
            detail={props.detail(row)}
            onPress={() => props.onFound(row)}
          />
        ))}
      </PhoneList>
    </BottomSheet>
  );
}
