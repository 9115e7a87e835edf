-- Who of the list refused or was not met, and why. Rows are never taken back: being sampled withdraws them in meaning.
create table testing.refusal (
  area_id uuid not null,
  id uuid not null,
  version int8 not null,
  round_id uuid not null,
  resident_id uuid not null,
  -- The person's place on the round's list, as in testing.sample.
  place_id uuid not null,
  kind text not null check (kind in ('refused', 'absent')),
  reason text not null,
  note text not null,
  at timestamptz not null,
  by text not null,
  primary key (area_id, id)
);
create index refusal_of_place on testing.refusal (area_id, place_id);
create index refusal_by_version on testing.refusal (area_id, round_id, version);

-- They follow a merge of two residents, as samples do.
alter table testing.followed drop constraint followed_what_check;
alter table testing.followed add constraint followed_what_check
  check (what in ('sample', 'check-in', 'listed', 'unlisted', 'refusal'));
