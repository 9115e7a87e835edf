-- Differences that stand as they are, with the reason, and who signed the round's summary.
create table testing.acceptance (
  area_id uuid not null,
  id uuid not null,
  version int8 not null,
  round_id uuid not null,
  kind text not null,
  subject text not null,
  said text not null,
  note text not null,
  at timestamptz not null,
  by text not null,
  primary key (area_id, id)
);
create index acceptance_of_round on testing.acceptance (area_id, round_id);

create table testing.summary_signature (
  area_id uuid not null,
  id uuid not null,
  version int8 not null,
  round_id uuid not null,
  hash text not null,
  signs_as text not null check (signs_as in ('leader', 'second')),
  at timestamptz not null,
  by text not null,
  primary key (area_id, id)
);
create index summary_signature_of_round on testing.summary_signature (area_id, round_id);
