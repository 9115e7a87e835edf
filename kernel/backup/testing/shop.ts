import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ModuleMigrations } from '../../db/migration-files.ts';

const CREATE = `
create table shop.item (
  area_id uuid not null references kernel.area (area_id),
  code text not null,
  said text, price numeric, weight float8, at timestamptz, day date, tags text[], about jsonb, bytes bytea,
  -- Another item of the same table, which may stand behind it.
  instead_of text,
  made text generated always as (upper(code)) stored,
  primary key (area_id, code),
  foreign key (area_id, instead_of) references shop.item (area_id, code)
);
create table shop.sale (
  area_id uuid not null, id uuid not null, code text not null,
  primary key (area_id, id), foreign key (area_id, code) references shop.item (area_id, code)
);`;

export const LATER = `
alter table shop.item add column colour text not null default 'red';
create table shop.aisle (area_id uuid not null, id uuid not null, primary key (area_id, id));`;

/** A module with every kind of value the house has, and with what is awkward to copy. @param later its next version */
export async function shopModule(folder: string, later = false): Promise<ModuleMigrations> {
  const path = join(folder, later ? 'shop-later' : 'shop');
  await mkdir(path, { recursive: true });
  await writeFile(join(path, '0001-create-items.sql'), CREATE);
  if (later) await writeFile(join(path, '0002-add-colour.sql'), LATER);
  return { name: 'shop', migrations: pathToFileURL(`${path}/`) };
}

/** Rows for one area; `$1` is its id. Four thousand of them make more than one piece. */
export const SHOP_ROWS = [
  `insert into shop.item (area_id, code, said, price, weight, at, day, tags, about, bytes, instead_of) values
   ($1, 'a', E'tab\\tline\\nreturn\\r\\\\back “引号” 𠮷 \\\\N \\\\.', 12.50, 0.1, '2022-04-04 08:00:00.123456+00',
    '2022-04-04', '{x,"y z",NULL}', '{"k": [1, 2.50, null, "é"]}', '\\x00ff0a5c', 'b'),
   ($1, 'b', '', 1e-7, 'NaN', 'infinity', '0044-03-15 BC', '{}', 'null', '\\x', null),
   ($1, 'Ä', null, null, '-Infinity', null, null, null, null, null, null),
   ($1, 'ä', 'N', null, 1.7976931348623157e308, '-infinity', 'infinity', null, '"x"', null, 'a')`,
  `insert into shop.item (area_id, code, said)
   select $1, 'many-' || n, repeat('长文本 ' || n || ' ', 20) from generate_series(1, 4000) n`,
  `insert into shop.sale (area_id, id, code) select $1, gen_random_uuid(), 'b' from generate_series(1, 50)`,
];
