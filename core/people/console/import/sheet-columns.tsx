import { Alert, Input, InputNumber, Select, Switch } from 'antd';
import type { KnownRule } from '#core/places/contract.ts';
import { columnName } from '#kernel/sheet/address.ts';
import { Section } from '#kernel/ui/console/index.ts';
import { useText } from '#kernel/ui/use-text.ts';
import type { ImportOpened } from '../../contract/import.ts';
import { type SheetMapping, TARGETS, type Target } from '../../domain/import/mapping.ts';
import { importText } from '../../messages/import.ts';
import { Labelled } from './labelled.tsx';
import { RuleField } from './rule-field.tsx';
import { columnsOf, sampleSheet } from './sample-sheet.ts';

type OpenedSheet = ImportOpened['sheets'][number];

/** One sheet: what each column means, over its first rows; the compound; how its addresses are written. */
export function SheetColumns(props: {
  sheet: OpenedSheet;
  mapping: SheetMapping;
  rules: readonly KnownRule[];
  onChange: (mapping: SheetMapping) => void;
}) {
  const t = useText(importText);
  const { sheet, mapping, onChange } = props;
  const named = mapping.columns.some(({ target }) => target === 'name');
  const aside = (
    <Switch
      checked={mapping.use}
      checkedChildren={t('import.sheet.use')}
      unCheckedChildren={t('import.sheet.unused')}
      aria-label={`${t('import.sheet.use')} ${sheet.name}`}
      onChange={(use) => onChange({ ...mapping, use })}
    />
  );
  const title = `${sheet.name} · ${t('import.sheet.rows', { count: sheet.rows })}`;
  if (!mapping.use)
    return (
      <Section title={title} aside={aside}>
        {null}
      </Section>
    );
  return (
    <Section title={title} aside={aside}>
      <div className="import-fields">
        <Labelled label={t('import.sheet.compound')}>
          {(id) => (
            <Input
              id={id}
              value={mapping.compound}
              maxLength={60}
              title={t('import.sheet.compound-hint')}
              onChange={(event) => onChange({ ...mapping, compound: event.target.value })}
            />
          )}
        </Labelled>
        <Labelled label={t('import.sheet.header-row')}>
          {(id) => (
            <InputNumber
              id={id}
              min={0}
              max={sheet.rows}
              value={mapping.headerRow}
              onChange={(row) => {
                const headerRow = row ?? 0;
                onChange({ ...mapping, headerRow, columns: columnsOf(sheet, headerRow) });
              }}
            />
          )}
        </Labelled>
      </div>
      {named ? null : <Alert type="warning" showIcon title={t('import.sheet.no-name')} />}
      <ColumnTable sheet={sheet} mapping={mapping} onChange={onChange} />
      <RuleField sheet={sampleSheet(sheet)} mapping={mapping} rules={props.rules} onChange={onChange} />
    </Section>
  );
}

const SHOWN_ROWS = 5;

function ColumnTable(props: {
  sheet: OpenedSheet;
  mapping: SheetMapping;
  onChange: (mapping: SheetMapping) => void;
}) {
  const t = useText(importText);
  const { sheet, mapping, onChange } = props;
  const setTarget = (column: number, target: Target): void =>
    onChange({
      ...mapping,
      columns: mapping.columns.map((known) => (known.column === column ? { ...known, target } : known)),
    });
  const sample = sampleSheet(sheet).rows.slice(mapping.headerRow, mapping.headerRow + SHOWN_ROWS);
  return (
    <div className="import-columns">
      <table>
        <thead>
          <tr>
            {mapping.columns.map(({ column, header, target }) => (
              <th key={column} scope="col">
                <span className="import-hint">{columnName(column)}</span> {header}
                <Select<Target>
                  value={target}
                  aria-label={`${columnName(column)} ${header}`}
                  popupMatchSelectWidth={false}
                  options={TARGETS.map((value) => ({ value, label: t(`import.target.${value}`) }))}
                  onChange={(value) => setTarget(column, value)}
                  className={target === 'ignore' ? 'import-unused' : ''}
                />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sample.map(({ number, cells }) => (
            <tr key={number}>
              {mapping.columns.map(({ column }) => (
                <td key={column}>{cells[column]?.text ?? ''}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
