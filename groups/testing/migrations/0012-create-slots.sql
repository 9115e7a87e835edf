-- Who is called up when. Households, not people: a household is called as one. What is announced (buildings, floors,
-- numbers) stands in the row as it was planned, so that doors, screens and phones say the same whatever the register
-- learns meanwhile.
create table testing.call_up (
  area_id uuid not null,
  id uuid not null,
  version int8 not null,
  round_id uuid not null,
  choices jsonb not null,
  planned_at timestamptz not null,
  planned_by text not null,
  primary key (area_id, id)
);

create table testing.slot (
  area_id uuid not null,
  id uuid not null,
  version int8 not null,
  round_id uuid not null,
  site_id uuid not null,
  kind text not null check (kind in ('block', 'priority')),
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  household_ids jsonb not null,
  parts jsonb not null,
  people int4 not null,
  priority int4 not null,
  escorts int4 not null,
  called_at timestamptz,
  called_by text,
  last_call_at timestamptz,
  calls int4 not null,
  skipped_at timestamptz,
  ended_at timestamptz,
  ended_as text check (ended_as in ('cancelled', 'replaced')),
  primary key (area_id, id)
);
create index slot_of_round on testing.slot (area_id, round_id, version);
