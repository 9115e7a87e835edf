-- Visits: who came in without living here. What they said of themselves rests sealed; a plate is found by its index.
create table gates.visit (
  area_id uuid not null references kernel.area (area_id),
  id uuid not null,
  version int8 not null,
  kind text not null check (kind in ('visitor', 'worker', 'courier', 'service')),
  compound_id uuid not null,
  gate_id uuid not null,
  passage_id uuid not null,
  building_id uuid,
  entrance_id uuid,
  room text not null,
  people int4 not null check (people > 0),
  details_sealed bytea,
  plate_sealed bytea,
  plate_blind bytea,
  outcome text not null check (outcome in ('allowed', 'refused', 'asked', 'emergency')),
  entered_at timestamptz not null,
  expected_until timestamptz not null,
  left_at timestamptz,
  voided_at timestamptz,
  primary key (area_id, id)
);
-- Who is inside, and who is over time?
create index visit_inside on gates.visit (area_id, expected_until) where left_at is null and voided_at is null;
-- Which visit is this vehicle's?
create index visit_by_plate on gates.visit (area_id, plate_blind)
  where plate_blind is not null and left_at is null and voided_at is null;
create index visit_by_version on gates.visit (area_id, version);
create index visit_by_time on gates.visit (area_id, entered_at);

-- Who looked at the full names of those inside a building.
create table gates.look (
  area_id uuid not null references kernel.area (area_id),
  id uuid not null,
  version int8 not null,
  building_id uuid not null,
  reason text not null,
  at timestamptz not null,
  by text not null,
  primary key (area_id, id)
);
create index look_by_time on gates.look (area_id, at);

-- Who came in by a pass and lives nowhere here.
create index presence_of_pass on gates.presence (area_id, gate_id) where resident_id is null and direction = 'in';
