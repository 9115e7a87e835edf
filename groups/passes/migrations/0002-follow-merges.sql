-- Passes that followed a merge of two residents, so that taking the merge back finds them again.
create table passes.followed (
  area_id uuid not null references kernel.area (area_id),
  merge_id uuid not null,
  pass_id uuid not null,
  version int8 not null,
  primary key (area_id, merge_id, pass_id)
);
