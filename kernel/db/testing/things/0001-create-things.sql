create table things.thing (
  area_id uuid not null references kernel.area (area_id),
  id uuid not null,
  label text not null,
  small_count int4 not null,
  version int8 not null,
  weight float8,
  open bool not null,
  seen_at timestamptz,
  tags jsonb not null,
  sealed bytea,
  primary key (area_id, id)
);
