-- Orders to close the emergency, also those that were stopped in time, and the certificate of the one that was carried out.
create table closing.closing (
  area_id uuid not null references kernel.area (area_id),
  id uuid not null,
  version int8 not null,
  begun_at timestamptz not null,
  ordered_by text not null,
  rule text not null,
  responsible text not null,
  witness text not null,
  stopped_at timestamptz,
  stopped_by text,
  certificate jsonb,
  primary key (area_id, id)
);
