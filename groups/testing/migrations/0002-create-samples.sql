-- The busiest rows of the house: every scan writes a check-in and a sample and changes a tube. So they carry no
-- foreign keys (decide has looked), and only look-ups that a batch or a pull makes have an index.
--
-- On a new table the planner has no statistics and takes any two columns for selective: area and round, which are not,
-- as well as area and person, which are. So no look-up of single rows names the round beside its key, and each key is
-- one column that only one index fits: a plan made on an empty table is the right one for a full one.
create table testing.check_in (
  area_id uuid not null,
  id uuid not null,
  version int8 not null,
  round_id uuid not null,
  resident_id uuid,
  lane_id uuid not null,
  at timestamptz not null,
  by text not null,
  voided_at timestamptz,
  primary key (area_id, id)
);

create table testing.sample (
  area_id uuid not null,
  id uuid not null,
  version int8 not null,
  round_id uuid not null,
  resident_id uuid,
  -- The person's place on the round's list (testing.expected.id): person and round in one key.
  place_id uuid,
  tube_id uuid not null,
  lane_id uuid not null,
  check_in_id uuid not null,
  at timestamptz not null,
  by text not null,
  device_id uuid,
  method text not null,
  voided_at timestamptz,
  -- What was read of somebody unknown may be an identity number: sealed, with a blind index to see it come again.
  code_sealed bytea,
  code_blind bytea,
  primary key (area_id, id)
);
-- Has this person been sampled already?
create index sample_of_place on testing.sample (area_id, place_id);
create index sample_of_code on testing.sample (area_id, code_blind) where code_blind is not null;
-- What is new to a phone? What is in the round?
create index sample_by_version on testing.sample (area_id, round_id, version);

-- Changed once per batch while it fills: no changing column is indexed and pages have room, so that the change stays
-- on its page.
create table testing.tube (
  area_id uuid not null,
  id uuid not null,
  version int8 not null,
  round_id uuid not null,
  lane_id uuid not null,
  code text not null,
  ratio int4 not null,
  state text not null check (state in ('open', 'closed', 'packed')),
  count int4 not null,
  opened_at timestamptz not null,
  opened_by text not null,
  last_sample_at timestamptz not null,
  closed_at timestamptz,
  closed_by text,
  close_reason text,
  note text not null,
  packed_at timestamptz,
  box_id uuid,
  voided_at timestamptz,
  merged_into uuid,
  primary key (area_id, id)
) with (fillfactor = 60);
create index tube_of_code on testing.tube (area_id, code);
create index tube_of_round on testing.tube (area_id, round_id);
