-- Households sampled at their doors, in walking order. The id follows from round and household (domain/call-up/ids.ts).
create table testing.door_stop (
  area_id uuid not null,
  id uuid not null,
  version int8 not null,
  round_id uuid not null,
  household_id uuid not null,
  building_id uuid not null,
  place jsonb not null,
  reason text not null check (reason in ('sealed', 'immobile', 'chosen')),
  people int4 not null,
  team int4 not null,
  sort int4 not null,
  visit text check (visit in ('done', 'nobody')),
  visited_at timestamptz,
  visited_by text,
  ended_at timestamptz,
  primary key (area_id, id)
);
create index door_stop_of_round on testing.door_stop (area_id, round_id, version);
