-- Ways of reading registers that people corrected and kept; they hold headers and rules, no values.
create table people.import_mapping (
  area_id uuid not null,
  id uuid not null,
  version int8 not null,
  name text not null,
  mapping jsonb not null,
  ended_at timestamptz,
  primary key (area_id, id)
);
