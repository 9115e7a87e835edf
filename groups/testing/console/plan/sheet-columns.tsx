import { Button, Select } from 'antd';
import { useMemo, useState } from 'react';
import { Field } from '#kernel/print/field.tsx';
import { useText } from '#kernel/ui/use-text.ts';
import { planText } from '../../messages/plan.ts';
import { guessColumns, linesOfSheet } from './list-text.ts';

/** Which columns of a sheet say who somebody is; guessed, and to be corrected here. */
export function SheetColumns(props: {
  rows: readonly (readonly string[])[];
  onTake: (lines: string) => void;
}) {
  const t = useText(planText);
  const { rows, onTake } = props;
  const guess = useMemo(() => guessColumns(rows), [rows]);
  const [columns, setColumns] = useState<readonly number[]>(guess.columns);
  const width = Math.max(0, ...rows.slice(0, 50).map((row) => row.length));
  const titles = rows[guess.head] ?? [];
  const options = Array.from({ length: width }, (_, i) => ({
    value: i,
    label: titles[i] || t('list-column', { n: i + 1 }),
  }));
  return (
    <>
      <Field label={t('list-columns')}>
        {(id) => (
          <Select<number[]>
            id={id}
            mode="multiple"
            value={[...columns]}
            options={options}
            onChange={(chosen) => setColumns([...chosen].sort((a, b) => a - b))}
          />
        )}
      </Field>
      <Button disabled={columns.length === 0} onClick={() => onTake(linesOfSheet(rows, guess.head, columns))}>
        {t('list-take')}
      </Button>
    </>
  );
}
