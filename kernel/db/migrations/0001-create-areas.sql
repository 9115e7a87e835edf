-- The tenants: one residents' committee each. The row is the area's lock and holds the head of its log.
create table kernel.area (
  area_id uuid primary key,
  name text not null,
  version int8 not null default 0,
  head_hash bytea,
  created_at timestamptz not null
);
