-- What happens at a lane beside the swab itself. Few rows: each is written by a tap, none by an ordinary scan.

-- Who came along with somebody sampled; the id is the sample's.
create table testing.carer (
  area_id uuid not null,
  id uuid not null,
  version int8 not null,
  round_id uuid not null,
  carer_id uuid not null,
  at timestamptz not null,
  by text not null,
  primary key (area_id, id)
);
create index carer_by_version on testing.carer (area_id, round_id, version);

-- A swab, or a whole tube (no sample named), that cannot be tested.
create table testing.spoilage (
  area_id uuid not null,
  id uuid not null,
  version int8 not null,
  round_id uuid not null,
  tube_id uuid not null,
  sample_id uuid,
  reason text not null,
  note text not null,
  at timestamptz not null,
  by text not null,
  primary key (area_id, id)
);
create index spoilage_by_version on testing.spoilage (area_id, round_id, version);

-- Swabs recorded under a wrong tube code and put right; codes as they stood before.
create table testing.correction (
  area_id uuid not null,
  id uuid not null,
  version int8 not null,
  round_id uuid not null,
  what text not null check (what in ('move', 'swap')),
  from_tube_id uuid not null,
  from_code text not null,
  to_tube_id uuid not null,
  to_code text not null,
  sample_ids jsonb not null,
  note text not null,
  at timestamptz not null,
  by text not null,
  primary key (area_id, id)
);
create index correction_by_version on testing.correction (area_id, round_id, version);
