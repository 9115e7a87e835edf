-- What followed a merge of two residents, row by row, so that taking the merge back finds it again.
create table testing.followed (
  area_id uuid not null,
  merge_id uuid not null,
  what text not null check (what in ('sample', 'check-in', 'listed', 'unlisted')),
  row_id uuid not null,
  version int8 not null,
  -- Of a place taken off a list: the row as it was.
  before jsonb,
  primary key (area_id, merge_id, what, row_id)
);
