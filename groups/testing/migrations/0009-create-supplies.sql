-- Supplies of a lane, one row for everything said of them; sums are reckoned from these (domain/supply).
create table testing.supply (
  area_id uuid not null,
  id uuid not null,
  version int8 not null,
  round_id uuid not null,
  lane_id uuid not null,
  kind text not null,
  name text not null,
  deed text not null check (deed in ('issued', 'received', 'counted', 'returned')),
  quantity int4 not null,
  note text not null,
  at timestamptz not null,
  by text not null,
  voided_at timestamptz,
  primary key (area_id, id),
  foreign key (area_id, round_id) references testing.round (area_id, id)
);
create index supply_by_version on testing.supply (area_id, round_id, version);
