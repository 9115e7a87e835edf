-- Full names and numbers that left the house, and lists of contacts that were printed: one row for all their people.
create table testing.look (
  area_id uuid not null,
  id uuid not null,
  version int8 not null,
  round_id uuid not null,
  what text not null check (what in ('records', 'contacts')),
  -- False: printed, masked as on the screen.
  in_full boolean not null,
  tube_code text,
  -- Of contacts: who stands on the list. Records are those of the whole round.
  resident_ids jsonb not null,
  reason text not null,
  at timestamptz not null,
  by text not null,
  primary key (area_id, id)
);
create index look_at on testing.look (area_id, at);
