-- Files that commands speak of; their bytes follow later, and stand outside the database under a key of their own.
create table kernel.file (
  area_id uuid not null references kernel.area (area_id),
  id uuid not null,
  version int8 not null,
  content_hash bytea not null check (length(content_hash) = 32),
  size int4 not null check (size > 0),
  type text not null check (type in ('image/jpeg', 'image/png', 'image/webp')),
  -- The action that whoever reads it needs.
  opened_with text not null,
  added_at timestamptz not null,
  added_by text not null,
  -- Both null until its bytes are here and were found to be the ones announced.
  received_at timestamptz,
  key_sealed bytea,
  primary key (area_id, id),
  check ((received_at is null) = (key_sealed is null))
);
create index file_by_age on kernel.file (area_id, added_at);
