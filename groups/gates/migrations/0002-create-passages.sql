-- Twenty thousand a day: no foreign keys (decide has looked), and only indexes that a check, a pull or a page needs.
-- As in testing, each look-up of single rows names one column that only one index fits.
create table gates.passage (
  area_id uuid not null,
  id uuid not null,
  version int8 not null,
  gate_id uuid not null,
  lane_id uuid,
  direction text not null check (direction in ('in', 'out')),
  subject text not null check (subject in ('resident', 'pass', 'visit', 'unknown')),
  resident_id uuid,
  household_id uuid,
  pass_id uuid,
  visit_id uuid,
  at timestamptz not null,
  outcome text not null check (outcome in ('allowed', 'refused', 'asked', 'emergency')),
  rule text not null,
  reason text,
  note text not null,
  -- kernel.file: without a constraint, since a photo's term may end before the passage's.
  file_id uuid,
  -- Uses one of the household's outings; false once it is taken back.
  counts boolean not null,
  voided_at timestamptz,
  by text not null,
  primary key (area_id, id)
);
-- How often was the household out?
create index passage_outings on gates.passage (area_id, household_id, at) where counts;
-- What did this person, or whoever holds this pass, do last?
create index passage_of_resident on gates.passage (area_id, resident_id, at) where resident_id is not null;
create index passage_of_pass on gates.passage (area_id, pass_id, at) where pass_id is not null;
-- What is new to a phone?
create index passage_by_version on gates.passage (area_id, version);
-- Today's flow, and what is past its term.
create index passage_by_time on gates.passage (area_id, at);

-- Where somebody was seen last. One row a resident, or a pass of nobody in the register: changed at every passage, so
-- nothing that changes is indexed but who is out.
create table gates.presence (
  area_id uuid not null,
  id uuid not null,
  version int8 not null,
  resident_id uuid,
  household_id uuid,
  pass_id uuid,
  direction text not null check (direction in ('in', 'out')),
  at timestamptz not null,
  gate_id uuid not null,
  passage_id uuid not null,
  counts boolean not null,
  primary key (area_id, id)
) with (fillfactor = 60);
create index presence_of_household on gates.presence (area_id, household_id);
create index presence_by_version on gates.presence (area_id, version);
create index presence_out on gates.presence (area_id, at) where direction = 'out';
