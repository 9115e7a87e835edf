-- What the committee writes down about its handling of personal data, in editions: the notice, the record of processing,
-- the impact assessment. Rows are never rewritten; the latest number of a kind is in force.
create table privacy.paper (
  area_id uuid not null references kernel.area (area_id),
  id uuid not null,
  version int8 not null,
  kind text not null check (kind in ('notice', 'records', 'assessment')),
  number int4 not null,
  fields jsonb not null,
  saved_at timestamptz not null,
  saved_by text not null,
  primary key (area_id, id),
  unique (area_id, kind, number)
);

-- Who has promised to keep confidential what the work shows. The id is the member's.
create table privacy.undertaking (
  area_id uuid not null references kernel.area (area_id),
  id uuid not null,
  version int8 not null,
  accepted_at timestamptz not null,
  primary key (area_id, id)
);

-- That somebody has a copy of the keys, and of which: told by a fingerprint that says nothing of them.
create table privacy.key_backup (
  area_id uuid not null references kernel.area (area_id),
  id uuid not null,
  version int8 not null,
  fingerprint text not null,
  place text not null,
  confirmed_at timestamptz not null,
  confirmed_by text not null,
  primary key (area_id, id)
);
