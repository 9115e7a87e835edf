-- Every command of an area in the order it was decided, also refused and flagged ones: the audit trail.
create table kernel.command_log (
  area_id uuid not null references kernel.area (area_id),
  version int8 not null,
  command_id uuid not null,
  -- SHA-256 of the canonical envelope, cut to 16 bytes: tells a repeat from another body under the same id.
  body_hash bytea not null,
  kind text not null,
  actor_id text not null,
  device_id uuid,
  claimed_at timestamptz not null,
  corrected_at timestamptz not null,
  received_at timestamptz not null,
  outcome text not null check (outcome in ('done', 'flagged', 'refused')),
  problems jsonb,
  -- Envelope body and events under the area key.
  sealed bytea not null,
  primary key (area_id, version),
  unique (area_id, command_id, body_hash)
);

-- One link per committed batch: SHA-256 over the link before and the rows of the batch, ciphertext as it is.
create table kernel.log_seal (
  area_id uuid not null references kernel.area (area_id),
  version int8 not null,
  first_version int8 not null,
  hash bytea not null,
  primary key (area_id, version)
);

create table kernel.discrepancy (
  area_id uuid not null references kernel.area (area_id),
  id uuid not null,
  version int8 not null,
  command_id uuid not null,
  code text not null,
  problem jsonb not null,
  subjects jsonb not null,
  raised_at timestamptz not null,
  settled_at timestamptz,
  settled_by text,
  resolution text,
  note text,
  primary key (area_id, id)
);
create index discrepancy_by_version on kernel.discrepancy (area_id, version);
create index discrepancy_open on kernel.discrepancy (area_id, code) where settled_at is null;

-- Rows that left a collection for good; a phone whose cursor is older than the area's floor takes a new snapshot.
create table kernel.tombstone (
  area_id uuid not null references kernel.area (area_id),
  term text not null,
  collection text not null,
  row_id uuid not null,
  version int8 not null,
  primary key (area_id, term, collection, row_id)
);
alter table kernel.area add column tombstone_floor int8 not null default 0;

-- What is known of each browser profile: bookkeeping of the transport, not a fact of the field.
create table kernel.device (
  area_id uuid not null references kernel.area (area_id),
  id uuid not null,
  actor_id text not null,
  first_seen_at timestamptz not null,
  last_seen_at timestamptz not null,
  pending int4 not null,
  clock_offset int8,
  primary key (area_id, id)
);

create table kernel.setting (
  area_id uuid not null references kernel.area (area_id),
  id uuid not null,
  version int8 not null,
  key text not null,
  value float8 not null,
  valid_from timestamptz not null,
  source text not null,
  set_by text not null,
  primary key (area_id, id)
);
create index setting_by_key on kernel.setting (area_id, key, valid_from);

-- The owner, who migrates and runs the command line, may list the areas; the app's role sees only its own.
create policy directory on kernel.area for select to current_user using (true);

create index command_log_refused on kernel.command_log (area_id, version) where outcome = 'refused';
