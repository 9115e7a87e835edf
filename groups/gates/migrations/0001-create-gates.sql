-- Gates of compounds and the lanes through them. Given up, they stay for what passed there.
create table gates.gate (
  area_id uuid not null references kernel.area (area_id),
  id uuid not null,
  version int8 not null,
  name text not null,
  compound_id uuid not null,
  -- Minutes of the day; both or neither.
  open_from int4,
  open_until int4,
  closed_at timestamptz,
  sort int4 not null,
  primary key (area_id, id),
  check ((open_from is null) = (open_until is null))
);

create table gates.gate_lane (
  area_id uuid not null,
  id uuid not null,
  version int8 not null,
  gate_id uuid not null,
  name text not null,
  direction text not null check (direction in ('in', 'out', 'both')),
  sort int4 not null,
  removed_at timestamptz,
  primary key (area_id, id),
  foreign key (area_id, gate_id) references gates.gate (area_id, id)
);
