import { Button, Input, Table, type TableProps } from 'antd';
import { type Key, type ReactNode, useMemo, useState } from 'react';
import { uiText } from '../messages/index.ts';
import { useText } from '../use-text.ts';
import { exportRows } from './export-rows.ts';
import { FilterMenu } from './filter-menu.tsx';
import { type Column, filterRows, toAntColumns } from './table-columns.tsx';

export interface DataTableProps<Row> {
  /** Unique over all modules, e.g. `testing.rounds`: saved filters hang on it. */
  readonly name: string;
  /** What the rows are, for screen readers. */
  readonly label: string;
  readonly rows: readonly Row[];
  readonly columns: readonly Column<Row>[];
  readonly rowKey: (row: Row) => string;
  readonly loading?: boolean;
  /** Opens the row: with a click, or with Enter on its first cell. */
  readonly onOpen?: (row: Row) => void;
  /** Marks the row that the drawer shows. */
  readonly openKey?: string | null;
  /** What the sheet of the rows as filtered is called; with it the table exports. */
  readonly exportAs?: string;
  /** Gets the rows as filtered, where a plain sheet of them (`exportAs`) will not do. */
  readonly onExport?: (rows: readonly Row[]) => void;
  readonly empty?: ReactNode;
  /** Buttons beside the search field. */
  readonly tools?: ReactNode;
  /** Rows a page; 50. */
  readonly pageSize?: number;
  /** Boxes before the rows, for doing something with several at once. */
  readonly selection?: {
    readonly keys: readonly string[];
    readonly onChange: (keys: readonly string[]) => void;
    /** What a row's box says to a screen reader. */
    readonly label: (row: Row) => string;
  };
}

/** A dense list: search over every column, column filters kept under names, sorting, export. */
export function DataTable<Row extends object>(props: DataTableProps<Row>) {
  const t = useText(uiText);
  const [words, setWords] = useState('');
  const [choices, setChoices] = useState<Readonly<Record<string, readonly string[]>>>({});
  const shown = useMemo(
    () => filterRows(props.rows, props.columns, words, choices),
    [props.rows, props.columns, words, choices],
  );
  const narrowed = words !== '' || Object.values(choices).some((values) => values.length > 0);
  const { onOpen, exportAs, selection } = props;
  const onExport =
    props.onExport ??
    (exportAs === undefined
      ? undefined
      : (rows: readonly Row[]) => exportRows(exportAs, t('table.row-id'), props.columns, rows, props.rowKey));

  const onChange: NonNullable<TableProps<Row>['onChange']> = (_page, filters) =>
    setChoices(
      Object.fromEntries(Object.entries(filters).map(([key, values]) => [key, (values ?? []).map(String)])),
    );

  return (
    <div className="table">
      <div className="table-tools">
        <Input.Search
          className="table-search"
          allowClear
          value={words}
          aria-label={t('table.filter')}
          placeholder={t('table.filter')}
          onChange={(event) => setWords(event.target.value)}
        />
        <FilterMenu
          table={props.name}
          words={words}
          choices={choices}
          onPick={(filter) => {
            setWords(filter.words);
            setChoices(filter.choices);
          }}
        />
        {narrowed ? (
          <Button
            type="link"
            onClick={() => {
              setWords('');
              setChoices({});
            }}
          >
            {t('table.clear')}
          </Button>
        ) : null}
        <span className="table-count" role="status">
          {t('table.rows', { count: shown.length })}
        </span>
        {props.tools}
        {onExport ? <Button onClick={() => onExport(shown)}>{t('table.export')}</Button> : null}
      </div>
      <Table<Row>
        size="small"
        aria-label={props.label}
        rowKey={props.rowKey}
        dataSource={[...shown]}
        columns={toAntColumns(props.columns, props.rows, choices, onOpen)}
        loading={props.loading ?? false}
        onChange={onChange}
        rowClassName={(row) => (props.rowKey(row) === props.openKey ? 'row-open' : onOpen ? 'row-opens' : '')}
        {...(selection ? { rowSelection: rowSelection(selection) } : {})}
        {...(onOpen ? { onRow: (row: Row) => ({ onClick: () => onOpen(row) }) } : {})}
        pagination={{ defaultPageSize: props.pageSize ?? 50, hideOnSinglePage: true, showSizeChanger: false }}
        scroll={{ x: 'max-content' }}
        locale={{ emptyText: props.empty ?? t('table.empty') }}
      />
    </div>
  );
}

const rowSelection = <Row,>(selection: NonNullable<DataTableProps<Row>['selection']>) => ({
  selectedRowKeys: [...selection.keys],
  // The row that measures columns would hold a copy of its box, hidden and yet in reach of the keyboard.
  hideSelectAll: true,
  onChange: (keys: readonly Key[]) => selection.onChange(keys.map(String)),
  getCheckboxProps: (row: Row) => ({ 'aria-label': selection.label(row) }),
});

export type { Column };
