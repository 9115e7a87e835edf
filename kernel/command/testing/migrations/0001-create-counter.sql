create table toy.counter (
  area_id uuid not null references kernel.area (area_id),
  id uuid not null,
  version int8 not null,
  value int4 not null,
  primary key (area_id, id)
);
