-- Rounds of testing and who is awaited in them.
create table testing.round (
  area_id uuid not null,
  id uuid not null,
  version int8 not null,
  name text not null,
  mode text not null check (mode in ('single', 'pooled')),
  pool_ratio int4 not null,
  scope jsonb not null,
  tube_series jsonb not null,
  state text not null check (state in ('draft', 'open', 'closed')),
  created_at timestamptz not null,
  opened_at timestamptz,
  closed_at timestamptz,
  revised_at timestamptz,
  primary key (area_id, id)
);

create table testing.site (
  area_id uuid not null,
  id uuid not null,
  version int8 not null,
  round_id uuid not null,
  name text not null,
  sort int4 not null,
  removed_at timestamptz,
  primary key (area_id, id),
  foreign key (area_id, round_id) references testing.round (area_id, id)
);
create index site_of_round on testing.site (area_id, round_id);

create table testing.lane (
  area_id uuid not null,
  id uuid not null,
  version int8 not null,
  round_id uuid not null,
  site_id uuid not null,
  name text not null,
  sort int4 not null,
  removed_at timestamptz,
  primary key (area_id, id),
  foreign key (area_id, site_id) references testing.site (area_id, id)
);
create index lane_of_round on testing.lane (area_id, round_id);

-- The list as it was frozen at the opening; the id follows from round and resident (domain/expected-id.ts).
create table testing.expected (
  area_id uuid not null,
  id uuid not null,
  version int8 not null,
  round_id uuid not null,
  resident_id uuid not null,
  building_id uuid not null,
  status text not null check (status in ('expected', 'away', 'exempt')),
  reason text,
  primary key (area_id, id)
);
create index expected_by_version on testing.expected (area_id, round_id, version);
