-- Who looked at one person's passages, and why.
create table gates.person_look (
  area_id uuid not null references kernel.area (area_id),
  id uuid not null,
  version int8 not null,
  resident_id uuid not null,
  reason text not null,
  at timestamptz not null,
  by text not null,
  primary key (area_id, id)
);
create index person_look_by_time on gates.person_look (area_id, at);
