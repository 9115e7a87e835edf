create table testing.box (
  area_id uuid not null,
  id uuid not null,
  version int8 not null,
  round_id uuid not null,
  code text not null,
  state text not null check (state in ('open', 'sealed')),
  opened_at timestamptz not null,
  last_packed_at timestamptz,
  sealed_at timestamptz,
  sealed_by text,
  primary key (area_id, id)
);
create index box_of_code on testing.box (area_id, code);
create index box_of_round on testing.box (area_id, round_id);

create table testing.packing (
  area_id uuid not null,
  id uuid not null,
  version int8 not null,
  round_id uuid not null,
  box_id uuid not null,
  code text not null,
  tube_id uuid,
  at timestamptz not null,
  by text not null,
  voided_at timestamptz,
  primary key (area_id, id)
);
create index packing_of_code on testing.packing (area_id, code);
create index packing_of_round on testing.packing (area_id, round_id);
