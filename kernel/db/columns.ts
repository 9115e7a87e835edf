/** How a row's properties become columns: camelCase in code, snake_case in SQL; instants are epoch ms in code. */
export type ColumnType =
  | 'uuid'
  | 'text'
  | 'int4'
  | 'int8'
  | 'float8'
  | 'bool'
  | 'timestamptz'
  | 'jsonb'
  | 'bytea';

/** A table written set-based. `area_id` is added by the writer and is the first key column of every table. */
export interface TableSpec<Row> {
  /** Schema-qualified, e.g. `testing.tube`. */
  readonly table: string;
  /** Key columns after `area_id`. */
  readonly key: readonly (keyof Row & string)[];
  readonly columns: Readonly<Record<keyof Row & string, ColumnType>>;
}
