-- Residents of whom it may have changed whether a test is missed: whether it is, testing says. So that phones are told.
create table gates.missed_mark (
  area_id uuid not null references kernel.area (area_id),
  id uuid not null,
  version int8 not null,
  primary key (area_id, id)
);
create index missed_mark_by_version on gates.missed_mark (area_id, version);
