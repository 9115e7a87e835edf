-- A scope names entrances and zone statuses too; older rows have none. The wall between areas holds for the owner as
-- well, so it stands open while every area's rows are changed.
alter table testing.round no force row level security;
update testing.round set scope = scope || '{"entranceIds": [], "zones": []}';
alter table testing.round force row level security;

-- The people by name of a scope: thousands at times, so not in the round's own row, which every scan reads.
create table testing.scope_list (
  area_id uuid not null,
  id uuid not null,
  version int8 not null,
  resident_ids jsonb not null,
  primary key (area_id, id),
  foreign key (area_id, id) references testing.round (area_id, id)
);

-- Away and exempt people as said before the opening; the id is that of the place on the list.
create table testing.planned (
  area_id uuid not null,
  id uuid not null,
  version int8 not null,
  round_id uuid not null,
  resident_id uuid not null,
  status text not null check (status in ('expected', 'away', 'exempt')),
  reason text,
  primary key (area_id, id),
  foreign key (area_id, round_id) references testing.round (area_id, id)
);
create index planned_of_round on testing.planned (area_id, round_id);
