-- What laboratories say of tubes, by code: a correction is a row of its own, the earlier one keeps its word.
create table testing.result (
  area_id uuid not null,
  id uuid not null,
  version int8 not null,
  round_id uuid not null,
  tube_code text not null,
  outcome text not null check (outcome in ('negative', 'positive', 'invalid')),
  note text not null,
  reported_at timestamptz,
  recorded_at timestamptz not null,
  recorded_by text not null,
  replaced_at timestamptz,
  primary key (area_id, id)
);
create index result_of_code on testing.result (area_id, tube_code);
create index result_of_round on testing.result (area_id, round_id);
