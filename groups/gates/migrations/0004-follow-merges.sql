-- Passages that followed a merge of two residents, with the household they counted for, so that taking the merge back
-- finds them again.
create table gates.followed (
  area_id uuid not null references kernel.area (area_id),
  merge_id uuid not null,
  passage_id uuid not null,
  version int8 not null,
  household_before uuid,
  primary key (area_id, merge_id, passage_id)
);
create index followed_passage on gates.followed (area_id, passage_id);
