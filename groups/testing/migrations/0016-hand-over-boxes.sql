-- What is written on a box at its sealing, how many tubes two people counted, and who gave it to whom.
alter table testing.box add column seal_number text;
alter table testing.box add column temperature double precision;

create table testing.box_count (
  area_id uuid not null,
  id uuid not null,
  version int8 not null,
  round_id uuid not null,
  box_code text not null,
  tubes int4 not null,
  by text not null,
  -- A second person without an account.
  counter_sealed bytea,
  at timestamptz not null,
  primary key (area_id, id)
);
create index box_count_of_round on testing.box_count (area_id, round_id);

-- One row per signature: a hand-over is done when both sides of its code stand (kernel/custody).
create table testing.handover_side (
  area_id uuid not null,
  id uuid not null,
  version int8 not null,
  round_id uuid not null,
  code text not null,
  side text not null check (side in ('given', 'received')),
  destination text not null check (destination in ('courier', 'laboratory')),
  boxes jsonb not null,
  box_count int4 not null,
  tube_count int4 not null,
  at timestamptz not null,
  by text not null,
  witness text not null check (witness in ('self', 'finger', 'paper')),
  -- Name, organisation, plate and drawing of somebody without an account.
  signer_sealed bytea,
  voided_at timestamptz,
  primary key (area_id, id)
);
create index handover_side_of_code on testing.handover_side (area_id, code);
create index handover_side_of_round on testing.handover_side (area_id, round_id);
