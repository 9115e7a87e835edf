import type { Column } from './introspect.ts';

/** What `openDatabase` gives for a column of that Postgres type. */
const VALUES: Readonly<Record<string, string>> = {
  uuid: 'string',
  text: 'string',
  varchar: 'string',
  date: 'string',
  numeric: 'string',
  int2: 'number',
  int4: 'number',
  int8: 'number',
  float8: 'number',
  timestamptz: 'number',
  bool: 'boolean',
  bytea: 'Uint8Array',
  jsonb: 'NonNullable<unknown>',
  _text: 'string[]',
  _uuid: 'string[]',
};

/**
 * A schema's tables as TypeScript, camelCase as code sees them: the text of its `tables.gen.ts`.
 * @throws for a column type that has no value in code yet
 */
export function renderTables(schema: string, columns: readonly Column[]): string {
  const own = columns.filter((column) => column.schema === schema);
  const tables = [...new Set(own.map((column) => column.table))];
  const bodies = tables.map((table) => {
    const lines = own.filter((column) => column.table === table).map((column) => `    ${property(column)}`);
    return `  '${schema}.${camel(table)}': {\n${lines.join('\n')}\n  };`;
  });
  return `/** Made by \`npm run codegen\` from the migrated schema; a test fails when it is stale. Instants are epoch ms. */
export interface ${camel(`_${schema}`)}Schema {
${bodies.join('\n')}
}
`;
}

function property({ table, column, type, nullable }: Column): string {
  const value = VALUES[type];
  if (!value) throw new Error(`${table}.${column}: no value in code for ${type}`);
  return `readonly ${camel(column)}: ${nullable ? `${value} | null` : value};`;
}

const camel = (name: string): string =>
  name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
