-- One row in every practice area that is ready to be used; a real area has none.
create table practice.world (
  area_id uuid not null references kernel.area (area_id),
  id uuid not null,
  version int8 not null,
  practises_for uuid not null,
  generation int4 not null,
  begun_at timestamptz not null,
  primary key (area_id, id)
);
